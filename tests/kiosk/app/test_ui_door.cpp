// A thread beside the UI thread that waits for its answers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "kiosk/app/inbox.hpp"
#include "kiosk/app/ui_door.hpp"

TEST_CASE("what another thread asks is done on this one, in its order, before it goes on") {
  kiosk::Inbox<std::function<void()>> inbox;
  kiosk::UiDoor door([&](std::function<void()> run) { inbox.post(std::move(run)); });
  std::vector<int> done;
  std::vector<std::thread::id> where;
  int answered = 0;
  {
    const std::jthread other([&] {
      for (int i = 0; i < 100; ++i)
        if (door.ask([&, i] {
              done.push_back(i);
              where.push_back(std::this_thread::get_id());
            }))
          ++answered;
      door.ask([&] { done.push_back(-1); });
    });
    while (done.empty() || done.back() != -1)
      for (const auto& run : inbox.take_all()) run();
  }
  CHECK(answered == 100);
  CHECK(done.size() == 101);
  CHECK(std::is_sorted(done.begin(), done.end() - 1));
  CHECK(std::all_of(where.begin(), where.end(),
                    [](std::thread::id id) { return id == std::this_thread::get_id(); }));
}

TEST_CASE("who waits at a door that closes goes on, and what was asked never runs") {
  kiosk::Inbox<std::function<void()>> inbox;
  kiosk::UiDoor door([&](std::function<void()> run) { inbox.post(std::move(run)); });
  bool ran = false, answered = true;
  std::vector<std::function<void()>> calls;
  {
    const std::jthread other([&] { answered = door.ask([&] { ran = true; }); });
    while (calls.empty()) calls = inbox.take_all();
    door.close();
  }
  for (const auto& call : calls) call();
  CHECK_FALSE(answered);
  CHECK_FALSE(ran);
  CHECK_FALSE(door.ask([&] { ran = true; }));
}
