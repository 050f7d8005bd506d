#include "server/rooms/room.hpp"

#include <algorithm>

namespace tumen::server::rooms {

int seat_of(const Room& room, std::string_view country) {
  for (std::size_t k = 0; k < room.seats.size(); ++k) {
    if (room.seats[k].country == country) {
      return static_cast<int>(k);
    }
  }
  return nobody;
}

bool is_agreed(const Room& room, const Offer& offer) {
  return offer.stage == OfferStage::open &&
         std::all_of(offer.signers.begin(), offer.signers.end(), [&](int seat) {
           return !room.seats[static_cast<std::size_t>(seat)].is_played() ||
                  std::find(offer.accepted.begin(), offer.accepted.end(), seat) !=
                      offer.accepted.end();
         });
}

std::vector<ComposedDeal> composed(const std::vector<Deal>& deals) {
  std::vector<ComposedDeal> out;
  for (const Deal& deal : deals) {
    out.push_back({deal.slot, deal.text, deal.from});
  }
  return out;
}

const World<double>& first_world(const Room& room) {
  return room.starts.empty() ? room.world : room.starts.front()->world;
}

}  // namespace tumen::server::rooms
