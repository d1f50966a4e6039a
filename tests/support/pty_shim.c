// Makes libserialport take a pty for a serial port: a pty knows no modem signals (TIOCM…), and
// umockdev answers the ioctls of a mocked tty with ENOTTY. Preloaded before libumockdev-preload.
// PTY_SHIM_LOG names a file that gets a line at every change of the line settings.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

// Unix98 pty slaves have the majors 136 to 143.
static int is_pty(int fd) {
  struct stat status;
  if (fstat(fd, &status) != 0 || !S_ISCHR(status.st_mode)) return 0;
  return major(status.st_rdev) >= 136 && major(status.st_rdev) <= 143;
}

// The kernel's own answer, past every other preloaded library.
static int kernel_ioctl(int fd, unsigned long request, void* argument) {
  return (int)syscall(SYS_ioctl, fd, request, argument);
}

static int modem_signals(int fd, unsigned long request, int* bits) {
  int waiting = 0;
  if (kernel_ioctl(fd, TIOCINQ, &waiting) < 0) return -1;  // hung up
  if (request == TIOCMGET) *bits = TIOCM_CTS | TIOCM_DSR | TIOCM_CAR | TIOCM_DTR | TIOCM_RTS;
  return 0;
}

int ioctl(int fd, unsigned long request, ...) {
  va_list arguments;
  va_start(arguments, request);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  if (!is_pty(fd)) {
    int (*next)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
    return next(fd, request, argument);
  }
  switch (request) {
    case TIOCMGET:
    case TIOCMSET:
    case TIOCMBIS:
    case TIOCMBIC:
      return modem_signals(fd, request, argument);
    default:
      return kernel_ioctl(fd, request, argument);
  }
}

static void log_line(const struct termios* line) {
  const char* path = getenv("PTY_SHIM_LOG");
  FILE* log = path ? fopen(path, "a") : NULL;
  if (!log) return;
  const int bits = (line->c_cflag & CSIZE) == CS8 ? 8 : 7;
  const char parity = !(line->c_cflag & PARENB) ? 'N' : line->c_cflag & PARODD ? 'O' : 'E';
  fprintf(log, "%d %d%c%d flow=%s\n", cfgetospeed(line) == B9600 ? 9600 : 0, bits, parity,
          line->c_cflag & CSTOPB ? 2 : 1, line->c_iflag & (IXON | IXOFF) ? "xonxoff" : "none");
  fclose(log);
}

int tcsetattr(int fd, int when, const struct termios* line) {
  int (*next)(int, int, const struct termios*) = dlsym(RTLD_NEXT, "tcsetattr");
  const int result = next(fd, when, line);
  if (result == 0 && is_pty(fd)) log_line(line);
  return result;
}
