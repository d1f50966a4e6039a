// The live server as the app has it: what screens ask of it, and when what it brought may come in.
// UI thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/screens/server_desk.hpp"

namespace kiosk {

class Station;

class ServerSide : public screens::ServerDesk {
 public:
  // Nobody has a cell open, or the open one changes: a reference that a pull brought may come in
  // now. True where it did, and the day is another one.
  virtual bool between_cells() = 0;
  // The day's entries are others than before: what is to send is counted anew.
  virtual void day_changed() = 0;
};

// What a server side works with. All of it outlives it.
struct ServerSurroundings {
  Station& station;
  std::function<std::string()> person;  // who is here
  // Runs something on the UI thread, soon; callable from any thread.
  std::function<void(std::function<void()>)> on_ui_thread;
  // A new reference is stored, or what the screens show of the server is another.
  std::function<void()> changed;
};
using MakeServerSide = std::function<std::unique_ptr<ServerSide>(ServerSurroundings)>;

}  // namespace kiosk
