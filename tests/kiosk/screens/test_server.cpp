// What the screens of the live server do when they are tapped.
#include <catch2/catch.hpp>

#include "kiosk/screens/differences/presenter.hpp"
#include "kiosk/screens/differences/view.hpp"
#include "kiosk/screens/push/presenter.hpp"
#include "kiosk/screens/push/view.hpp"
#include "kiosk/screens/receipt/presenter.hpp"
#include "kiosk/screens/receipt/view.hpp"
#include "kiosk/screens/server/presenter.hpp"
#include "kiosk/screens/server/view.hpp"
#include "kiosk/screens/server_scenes.hpp"
#include "support/kiosk/screen_driver.hpp"

using namespace screens;
using server_scenes::Coop;

namespace {

using Errands = std::vector<std::string>;

// A screen under a finger: what is tapped goes to its presenter.
template <class Presenter, auto view>
class Hand {
 public:
  explicit Hand(Coop& coop) : presenter(coop.desk) {}
  void tap(const std::string& name) {
    const auto action = driver_.tap(name, draw_);
    REQUIRE(action);
    presenter.act(*action);
    driver_.settle(draw_);
  }
  bool enabled(const std::string& name) {
    driver_.settle(draw_);
    const auto* target = driver_.ui().targets().find(name);
    return target && target->enabled == true;
  }
  std::string text(const std::string& name) {
    driver_.settle(draw_);
    return driver_.text(name);
  }
  Presenter presenter;

 private:
  support::ScreenDriver driver_;
  std::function<decltype(view(presenter.state(), std::declval<ui::Ui&>()))(ui::Ui&)> draw_ =
      [this](ui::Ui& ui) { return view(presenter.state(), ui); };
};

using ServerPage = Hand<server::Presenter, server::draw>;
using PushPage = Hand<push::Presenter, push::draw>;
using Differences = Hand<differences::Presenter, differences::draw>;
using ReceiptPage = Hand<receipt::Presenter, receipt::draw>;

std::string target(const Coop& coop, const char* article, const char* group, const char* side) {
  return "conflict." + std::to_string(coop.desk.id(article, group).value) + side;
}

}  // namespace

TEST_CASE("the server page pulls and leads on to sending") {
  Coop coop;
  ServerPage page(coop);
  page.tap("server.pull");
  CHECK(coop.server.errands == Errands{"pull"});
  page.tap("server.push");
  CHECK(coop.desk.place() == Place(AtPush{}));
  CHECK(coop.server.errands == Errands{"pull"});  // nothing was sent by that tap
}

TEST_CASE("what runs can be cancelled, once") {
  Coop coop;
  coop.server.now.run = ServerRun{ServerRun::pull, 2, 7, "Ferme des Aulnes", false};
  ServerPage page(coop);
  CHECK_FALSE(page.enabled("server.push"));
  page.tap("server.cancel");
  CHECK(coop.server.errands == Errands{"cancel"});
  coop.server.now.run->stopping = true;
  page.presenter.refresh();
  CHECK_FALSE(page.enabled("server.cancel"));
}

TEST_CASE("after a pull that failed, trying again is the next step") {
  Coop coop;
  coop.server.now.failure =
      ServerFailure{.kind = ServerRun::pull, .at = {}, .error = {domain::Fault::device_gone, ""}};
  ServerPage page(coop);
  CHECK(page.text("server.trouble") == "10:40 : Le serveur est injoignable");
  page.tap("server.pull");
  CHECK(coop.server.errands == Errands{"pull"});
}

TEST_CASE("a push that was cut off is asked about, and goes on only after a yes") {
  Coop coop;
  coop.server.now.unfinished = true;
  SECTION("yes") {
    ServerPage page(coop);
    page.tap("question.yes");
    CHECK(coop.server.errands == Errands{"push"});
    CHECK(coop.desk.place() == Place(AtPush{}));
  }
  SECTION("not now") {
    ServerPage page(coop);
    page.tap("question.no");
    CHECK(coop.server.errands == Errands{"leave"});
    CHECK(page.enabled("server.push"));  // the page itself is there
  }
}

TEST_CASE("the server is looked at before a push is shown, but not a second time") {
  Coop coop;
  {
    const PushPage page(coop);
    CHECK(coop.server.errands.empty());  // what it showed at 11:20 is known
  }
  coop.server.planned.from = PushPlan::last_pull;
  const PushPage page(coop);
  CHECK(coop.server.errands == Errands{"look"});
}

TEST_CASE("a known conflict is settled before anything is sent") {
  Coop coop;
  PushPage page(coop);
  CHECK_FALSE(page.enabled("server.push"));
  page.tap(target(coop, "Poireaux", "Rue Riquet", ".ours"));
  CHECK(page.enabled("server.push"));
  page.tap("server.push");
  const auto cell = std::to_string(coop.desk.id("Poireaux", "Rue Riquet").value);
  CHECK(coop.server.errands == Errands{"take " + cell + " ours", "push"});
}

TEST_CASE("a choice that cannot be saved is said, and the conflict stays") {
  Coop coop;
  coop.server.failure = domain::Error{domain::Fault::disk_full, ""};
  PushPage page(coop);
  page.tap(target(coop, "Poireaux", "Rue Riquet", ".server"));
  CHECK(page.presenter.state().not_saved == domain::Fault::disk_full);
  CHECK_FALSE(page.enabled("server.push"));
}

TEST_CASE("an order with an open bag waits, unless a person sends it even so") {
  Coop coop;
  coop.server.planned.conflicts.clear();
  coop.server.planned.cells.clear();
  auto& order = coop.server.planned.orders.front();
  order.open = {{coop.desk.id("Carottes", "Les Noyers"), "Les Noyers", "Carottes"}};
  PushPage page(coop);
  CHECK_FALSE(page.enabled("server.push"));
  SECTION("the bag is finished") {
    page.tap("push.finish");
    CHECK(coop.desk.place() == Place(AtCell{coop.desk.id("Carottes", "Les Noyers")}));
  }
  SECTION("it is sent as it is") {
    page.tap("push.even_so");
    CHECK(coop.server.errands == Errands{"even so 1"});
    CHECK_FALSE(page.presenter.state().held);
  }
}

TEST_CASE("at the end of a push its receipt is shown, and after a failed one the reason") {
  Coop coop;
  coop.server.planned.conflicts.clear();
  coop.desk.go(AtPush{});
  coop.server.now.run = ServerRun{ServerRun::push, 0, 7, {}, false};
  PushPage page(coop);
  coop.server.now.run.reset();
  SECTION("sent") {
    coop.server.proof = Receipt{};
    page.presenter.refresh();
    CHECK(coop.desk.place() == Place(AtReceipt{}));
  }
  SECTION("unreachable before anything was sent") {
    coop.server.now.failure =
        ServerFailure{.kind = ServerRun::push, .at = {}, .error = {domain::Fault::device_gone, ""}};
    page.presenter.refresh();
    CHECK(coop.desk.place() == Place(AtPush{}));
    CHECK(page.text("server.trouble") == "Le serveur est injoignable");
    CHECK(page.enabled("server.push"));
  }
}

TEST_CASE("two stations' sum is shown, and leads to the cell where one bag is undone") {
  Coop coop;
  coop.server.planned.conflicts.front().two_stations = true;
  PushPage page(coop);
  page.tap(target(coop, "Poireaux", "Rue Riquet", ".cell"));
  CHECK(coop.desk.place() == Place(AtCell{coop.desk.id("Poireaux", "Rue Riquet")}));
}

TEST_CASE("all cells of an article are chosen at once, and each can be chosen anew") {
  Coop coop;
  coop.server.planned.conflicts.push_back(
      coop.conflict("Poireaux", "Saint-Gervais", 812, 700, 800));
  coop.server.planned.conflicts.push_back(coop.conflict("Carottes", "Montreuil", 812, 700, 800));
  Differences page(coop);
  const std::string leeks = std::to_string(coop.desk.article("Poireaux").value);
  page.tap("conflict." + leeks + ".ours");
  CHECK(page.presenter.state().open == 1);
  CHECK(page.presenter.state().settled == 2);
  page.tap(target(coop, "Poireaux", "Rue Riquet", ".server"));
  CHECK(coop.server.errands.back() ==
        "take " + std::to_string(coop.desk.id("Poireaux", "Rue Riquet").value) + " server");
  page.tap(target(coop, "Carottes", "Montreuil", ".ours"));
  CHECK(page.presenter.state().open == 0);
}

TEST_CASE("an article and a cell of the same number keep names of their own") {
  Coop coop;
  auto& conflicts = coop.server.planned.conflicts;
  conflicts.push_back(coop.conflict("Poireaux", "Saint-Gervais", 812, 700, 800));
  const domain::OrderArticleId same{conflicts[0].cell.value};
  conflicts[0].article = conflicts[1].article = same;
  Differences page(coop);
  page.tap("conflict.article." + std::to_string(same.value) + ".server");
  CHECK(page.presenter.state().open == 0);
}

TEST_CASE("the receipt says what was read back, and offers the rest where something lacks") {
  Coop coop;
  coop.desk.go(AtReceipt{});
  ReceiptOrder farm{.id = domain::OrderId{1}, .supplier = "Ferme des Aulnes"};
  farm.sent = 3;
  farm.verified = true;
  farm.cells = {{"Bel-Air", "Carottes", coop.desk.id("Carottes", "Bel-Air"),
                 domain::Quantity(1'512'000), domain::Quantity(1'512'000)}};
  coop.server.proof = Receipt{.at = {}, .person = "Maria", .orders = {farm}, .taken = {}};
  SECTION("complete") {
    ReceiptPage page(coop);
    CHECK(page.text("receipt.strip") == "3 quantités envoyées");
    page.tap("receipt.print");
    CHECK(coop.server.errands == Errands{"print"});
    page.tap("receipt.order.1");
    CHECK(page.presenter.state().cells.size() == 1);
    page.tap("header.back");
    CHECK(coop.desk.place() == Place(AtReceipt{}));
    page.tap("receipt.day");
    CHECK(coop.desk.place() == Place(AtOverview{}));
  }
  SECTION("not all of it") {
    coop.server.proof->orders.front().remaining = 2;
    ReceiptPage page(coop);
    CHECK(page.text("receipt.strip") == "3 envoyées, il en manque 2");
    page.tap("server.push");
    CHECK(coop.desk.place() == Place(AtPush{}));
  }
}
