#include "kiosk/screens/server_scenes.hpp"

#include "kiosk/screens/changes/presenter.hpp"
#include "kiosk/screens/changes/view.hpp"
#include "kiosk/screens/differences/presenter.hpp"
#include "kiosk/screens/differences/view.hpp"
#include "kiosk/screens/push/presenter.hpp"
#include "kiosk/screens/push/view.hpp"
#include "kiosk/screens/receipt/presenter.hpp"
#include "kiosk/screens/receipt/view.hpp"
#include "kiosk/screens/server/presenter.hpp"
#include "kiosk/screens/server/view.hpp"

using namespace screens;
using domain::Quantity;
using domain::Stamp;

namespace server_scenes {
namespace {

constexpr const char* market = R"(
= Ferme des Aulnes
Carottes | 1 kg | Bel-Air 1500 | Ézanville 2000 | Les Mirabelles 1250 | Montreuil 800 | Les Noyers 1000
Betteraves | 1 kg | Les Noyers 750 | Pantin 500
Blettes | botte | Montreuil 1 | Bel-Air 2
Poireaux | 1 kg | Rue Riquet 1000 | Les Mirabelles 500 | Saint-Gervais 800
= Moulin de Brie
Farine | 1 kg | Bel-Air 1000 | Montreuil 2000
= Verger de Sannois
Pommes | 1 kg | Bel-Air 1000 | Pantin 1500
)";

// A time of the made-up day, which begins at 10:40.
Stamp clock(int hours, int minutes) {
  return {((hours - 10) * 60 + minutes - 40) * std::int64_t{60'000'000}};
}

// Grams of an article whose unit is a kilogram.
Quantity grams(std::int64_t g) { return Quantity(g * 1000); }

template <auto view, class Presenter>
Draw drawn(Coop& coop) {
  auto presenter = std::make_shared<Presenter>(coop.desk);
  return [presenter](ui::Ui& ui) { view(presenter->state(), ui); };
}

Draw server_page(Coop& coop) { return drawn<server::draw, server::Presenter>(coop); }
Draw push_page(Coop& coop) { return drawn<push::draw, push::Presenter>(coop); }
Draw receipt_page(Coop& coop) { return drawn<receipt::draw, receipt::Presenter>(coop); }

void fail(Coop& coop, ServerRun::Kind kind, domain::Fault fault) {
  coop.server.now.failure =
      ServerFailure{.kind = kind, .at = clock(11, 52), .error = {fault, "in English"}};
}

void plan_cells(Coop& coop) {
  const auto cell = [&](const char* article, const char* group, Quantity before, Quantity after) {
    coop.server.planned.cells.push_back(
        {coop.desk.id(article, group), domain::OrderId{1}, group, article, before, after});
  };
  cell("Carottes", "Bel-Air", grams(1500), grams(1512));
  cell("Carottes", "Ézanville", grams(2000), grams(1985));
  cell("Betteraves", "Les Noyers", grams(750), grams(640));
  cell("Blettes", "Montreuil", domain::whole_units(1), Quantity());
  cell("Carottes", "Les Mirabelles", grams(1250), grams(1262));
  cell("Carottes", "Montreuil", grams(800), grams(812));
  cell("Poireaux", "Les Mirabelles", grams(500), grams(506));
  cell("Blettes", "Bel-Air", Quantity(12'345'000), Quantity(123'456'789));
}

ReceiptOrder receipt_of(std::int64_t id, const char* supplier, long sent, std::int64_t total) {
  ReceiptOrder order{.id = domain::OrderId{id}, .supplier = supplier};
  order.sent = sent;
  order.verified = order.commented = true;
  order.groups_total = domain::cents(total);
  return order;
}

void sent(Coop& coop) {
  Receipt receipt{.at = clock(12, 31), .person = "Maria", .orders = {}, .taken = {}};
  receipt.orders = {receipt_of(1, "Ferme des Aulnes", 118, 31709),
                    receipt_of(2, "Moulin de Brie", 71, 28460),
                    receipt_of(3, "Verger de Sannois", 62, 19635)};
  receipt.orders[0].cells = {
      {"Bel-Air", "Carottes", coop.desk.id("Carottes", "Bel-Air"), grams(1512), grams(1512)},
      {"Ézanville", "Carottes", coop.desk.id("Carottes", "Ézanville"), grams(1985), grams(1985)}};
  receipt.taken = {{coop.conflict("Poireaux", "Rue Riquet", 930, 900, 1000), Take::ours, "Maria"}};
  coop.server.proof = receipt;
  coop.server.now.to_send = 0;
  coop.server.now.pushed = ServerVisit{clock(12, 31), "Maria", 3, 251};
  coop.server.planned.conflicts.clear();
  coop.server.planned.cells.clear();
}

void sent_in_part(Coop& coop) {
  sent(coop);
  auto& orders = coop.server.proof->orders;
  orders[1].remaining = 26;
  orders[1].sent = 45;
  orders[1].verified = orders[1].commented = false;
  orders[2].trouble = OrderTrouble::settled;
  orders[2].verified = false;
  orders[0].cells.push_back({"Rue Riquet", "Poireaux", coop.desk.id("Poireaux", "Rue Riquet"),
                             grams(930), grams(900), ReadBack::different});
  coop.server.now.to_send = 26;
  fail(coop, ServerRun::push, domain::Fault::device_gone);
  coop.server.now.failure->done = 225;
  coop.server.now.failure->of = 251;
  coop.server.now.failure->hold = {"Moulin de Brie", "Verger de Sannois"};
}

void more_conflicts(Coop& coop) {
  auto& conflicts = coop.server.planned.conflicts;
  conflicts.push_back(coop.conflict("Poireaux", "Les Mirabelles", 506, 480, 500));
  conflicts.push_back(coop.conflict("Carottes", "Les Noyers", 1830, 930, 1000));
  conflicts.back().two_stations = true;
  conflicts.push_back(coop.conflict("Poireaux", "Saint-Gervais", 812, 700, 800));
  conflicts.back().server.reset();
  conflicts.push_back(coop.conflict("Betteraves", "Pantin", 512, 480, 500));
  conflicts.back().why = Conflict::redistributed;
}

PlannedOrder planned(std::int64_t id, const char* supplier) {
  PlannedOrder order;
  order.id = domain::OrderId{id};
  order.supplier = supplier;
  return order;
}

}  // namespace

Coop::Coop() : desk(market) {
  desk.live = &server;
  desk.weigh("Poireaux", "Rue Riquet", 930);
  server.now.address = "foodsoft.example/f";
  server.now.to_send = 118;
  server.now.pulled = ServerVisit{clock(9, 12), "Maria", 3, 0};
  server.planned.from = PushPlan::server;
  server.planned.at = clock(11, 20);
  server.planned.orders = {planned(1, "Ferme des Aulnes")};
  plan_cells(*this);
  server.planned.conflicts.push_back(conflict("Poireaux", "Rue Riquet", 930, 900, 1000));
}

Conflict Coop::conflict(const char* article, const char* ordergroup, std::int64_t ours,
                        std::int64_t theirs, std::int64_t base) const {
  return {.cell = desk.id(article, ordergroup),
          .article = desk.article(article),
          .ordergroup = ordergroup,
          .name = article,
          .ours = grams(ours),
          .server = grams(theirs),
          .base = grams(base),
          .seen_at = clock(11, 20)};
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {"serveur-page",
       [](Coop& c) {
         c.server.changed.since = clock(9, 12);
         for (const char* group : {"Bel-Air", "Ézanville", "Montreuil"})
           c.server.changed.cells.push_back(
               {c.desk.id("Carottes", group), group, "Carottes", grams(1500), grams(1450)});
         return server_page(c);
       }},
      {"serveur-neuf",
       [](Coop& c) {
         c.server.now.pulled.reset();
         c.server.now.to_send = 0;
         c.server.planned.conflicts.clear();
         return server_page(c);
       }},
      {"serveur-panne",
       [](Coop& c) {
         fail(c, ServerRun::pull, domain::Fault::device_gone);
         return server_page(c);
       }},
      {"serveur-arret",
       [](Coop& c) {
         sent_in_part(c);
         return server_page(c);
       }},
      {"serveur-court",
       [](Coop& c) {
         c.server.now.run = ServerRun{ServerRun::pull, 2, 7, "Ferme des Aulnes", false};
         return server_page(c);
       }},
      {"serveur-reprise",
       [](Coop& c) {
         c.server.now.unfinished = true;
         return server_page(c);
       }},
      {"serveur-changements",
       [](Coop& c) {
         c.server.changed.since = clock(9, 12);
         c.server.changed.cells = {
             {c.desk.id("Carottes", "Bel-Air"), "Bel-Air", "Carottes", grams(1500), grams(1450)},
             {c.desk.id("Blettes", "Montreuil"), "Montreuil", "Blettes", domain::whole_units(1),
              std::nullopt},
             {domain::CellId{9999}, "Les Peupliers", "Radis", std::nullopt,
              domain::whole_units(2)}};
         return drawn<changes::draw, changes::Presenter>(c);
       }},
      {"serveur", push_page},
      {"serveur-pret",
       [](Coop& c) {
         std::swap(c.server.planned.cells.front(), c.server.planned.cells.back());  // long amounts
         c.server.planned.conflicts.clear();
         PlannedOrder mill = planned(2, "Moulin de Brie");
         mill.mails_members = true;
         mill.untouched = 12;
         mill.untouched_articles = {"Farine", "Farine de sarrasin", "Lentilles"};
         PlannedOrder orchard = planned(3, "Verger de Sannois");
         orchard.trouble = OrderTrouble::settled;
         c.server.planned.orders.push_back(mill);
         c.server.planned.orders.push_back(orchard);
         return push_page(c);
       }},
      {"serveur-attend",
       [](Coop& c) {
         c.server.planned.conflicts.clear();
         auto& order = c.server.planned.orders.front();
         order.open = {{c.desk.id("Carottes", "Les Noyers"), "Les Noyers", "Carottes"},
                       {c.desk.id("Betteraves", "Pantin"), "Pantin", "Betteraves"}};
         return push_page(c);
       }},
      {"serveur-pas-venu",
       [](Coop& c) {
         c.server.planned.conflicts.clear();
         c.server.planned.cells.clear();
         auto& order = c.server.planned.orders.front();
         order.open = {
             {c.desk.id("Betteraves", "Pantin"), "Pantin", "Betteraves", OpenCell::undelivered}};
         return push_page(c);
       }},
      {"serveur-envoie",
       [](Coop& c) {
         c.server.now.run = ServerRun{ServerRun::push, 31, 117, "Ferme des Aulnes", false};
         return push_page(c);
       }},
      {"serveur-hors-ligne",
       [](Coop& c) {
         fail(c, ServerRun::look, domain::Fault::device_gone);
         c.server.planned.from = PushPlan::last_pull;
         c.server.planned.at = clock(9, 12);
         return push_page(c);
       }},
      {"serveur-deux-postes",
       [](Coop& c) {
         c.server.planned.conflicts.clear();
         more_conflicts(c);
         std::swap(c.server.planned.conflicts[0], c.server.planned.conflicts[1]);
         return push_page(c);
       }},
      {"serveur-conflits",
       [](Coop& c) {
         more_conflicts(c);
         auto presenter = std::make_shared<differences::Presenter>(c.desk);
         presenter->act(Choose{c.desk.id("Poireaux", "Rue Riquet"), Take::ours});
         return [presenter](ui::Ui& ui) { differences::draw(presenter->state(), ui); };
       }},
      {"serveur-recu",
       [](Coop& c) {
         sent(c);
         return receipt_page(c);
       }},
      {"serveur-recu-part",
       [](Coop& c) {
         sent_in_part(c);
         return receipt_page(c);
       }},
      {"serveur-recu-cellules",
       [](Coop& c) {
         sent_in_part(c);
         auto presenter = std::make_shared<receipt::Presenter>(c.desk);
         presenter->act(receipt::ShowOrder{domain::OrderId{1}});
         return [presenter](ui::Ui& ui) { receipt::draw(presenter->state(), ui); };
       }},
  };
  return all;
}

}  // namespace server_scenes
