// Patterns and signs of the pictures.
#include "sim/picture_parts.hpp"

#include <fmt/format.h>

namespace tumen::picture {

std::string definitions() {
  return fmt::format(R"svg(<defs>
<pattern id="talks" width="5" height="5" patternUnits="userSpaceOnUse">
<rect width="5" height="5" fill="#d9edf9"/><circle cx="2.5" cy="2.5" r="0.9" fill="{0}"/></pattern>
<pattern id="signed" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)">
<rect width="6" height="6" fill="#fdf0cf"/><rect width="2.4" height="6" fill="{1}"/></pattern>
<pattern id="blocked" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)">
<rect width="6" height="6" fill="#fbe3d4"/>
<path d="M0 0H6M0 0V6" stroke="{2}" stroke-width="2.2"/></pattern>
<pattern id="building" width="5" height="5" patternUnits="userSpaceOnUse">
<rect width="5" height="5" fill="#fdf0cf"/><rect width="1.6" height="5" fill="{1}"/></pattern>
<pattern id="idle" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" fill="#f1f3f5"/><rect width="6" height="1.3" fill="#a7b0b9"/></pattern>
<g id="cross" stroke-linecap="round">
<path d="M-3.6 -3.6L3.6 3.6M-3.6 3.6L3.6 -3.6" stroke="#ffffff" stroke-width="4.4"/>
<path d="M-3.6 -3.6L3.6 3.6M-3.6 3.6L3.6 -3.6" stroke="{3}" stroke-width="1.9"/></g>
<g id="break"><circle r="7" fill="{2}" stroke="#ffffff" stroke-width="1.2"/>
<path d="M-2.8 -2.8L2.8 2.8M-2.8 2.8L2.8 -2.8" stroke="#ffffff" stroke-width="2"
 stroke-linecap="round"/></g>
</defs>
)svg",
                     blue, orange, vermilion, ink);
}

}  // namespace tumen::picture
