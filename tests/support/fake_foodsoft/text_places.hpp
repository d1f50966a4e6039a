// How many decimals a result has where it stands as text: what two servers showed depends on the
// language (en and fr 2.375, others 0.46 for 0.456), so a test may ask for the worse.
#pragma once

#include "fake_foodsoft/words.hpp"

namespace fake {

int text_places(Lang lang);
// In every language from now on; before the first request.
void force_text_places(int places);

}  // namespace fake
