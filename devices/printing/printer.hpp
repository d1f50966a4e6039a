// Where finished labels go: a CUPS queue or a folder. A printer belongs to the print worker's
// thread, which is the only one that calls it; a call may take seconds, and returns within 200 ms
// once `stop` is requested. What CUPS tells and what it hides: OpenPrinting/cups 2.4, IPP/1.1 and
// PWG 5100.
#pragma once

#include <stop_token>
#include <string>

namespace printing {

// Why labels do not come out; the screens have words for each.
enum class PrinterTrouble {
  none,
  no_labels,  // roll empty, or asked for
  cover_open,
  jammed,
  offline,    // switched off, unplugged, out of reach
  paused,     // the queue is stopped; a person resumes it
  rejecting,  // the queue takes no jobs
  no_such_queue,
  server_silent,  // no print server, or one that does not answer
  no_rights,
  wrong_paper,  // the queue has no 62 x 29 mm
  no_pdf,       // a raw queue, which would print the file's letters
  held,         // taken, and kept back until somebody releases it
  disk_full,
};

// What each is in English and what to do, for logs; empty for none.
std::string sentence(PrinterTrouble trouble);

struct PrinterState {
  PrinterTrouble trouble = PrinterTrouble::none;
  std::string detail;  // one English sentence, empty where there is no trouble
  bool operator==(const PrinterState&) const = default;
};

// One finished page. The same uuid is the same label: it is never printed twice under it.
struct PrintDocument {
  std::string pdf;
  std::string name;  // of the job or the file: letters, digits, - and blanks
  std::string uuid;  // 8-4-4-4-12 hexadecimal digits
  int width_mm = 62;
  int height_mm = 29;
};

// fresh: this uuid was never handed to a printer. perhaps: it may have been, look it up first.
enum class Offer { fresh, perhaps };

struct Submission {
  enum class Kind {
    taken,      // the printer's queue has it; it will not be sent again
    blocked,    // the queue has nothing of it; worth another try later
    uncertain,  // it left, and nobody knows what became of it; a person decides
  };
  Kind kind = Kind::taken;
  PrinterTrouble trouble = PrinterTrouble::none;
  std::string detail;  // one English sentence, empty where it was taken
};

class LabelPrinter {
 public:
  virtual ~LabelPrinter() = default;
  virtual Submission submit(const PrintDocument& document, Offer offer, std::stop_token stop) = 0;
  // What the printer says now. Asked between jobs.
  virtual PrinterState state(std::stop_token stop) = 0;
};

}  // namespace printing
