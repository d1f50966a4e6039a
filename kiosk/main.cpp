#include "kiosk/cli/cli.hpp"

int main(int argc, char** argv) { return kiosk::run(argc, argv); }
