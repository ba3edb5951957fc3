// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/emoji.h"

#include "models/core/codepointrange.h"

#include <array>

namespace Trailglass {
namespace {

/// Extended_Pictographic of Unicode's emoji-data.txt, which Qt 6.4 does not offer.
constexpr std::array Pictographs{
    CodePointRange{0x00A9, 0x00A9},   CodePointRange{0x00AE, 0x00AE},   CodePointRange{0x203C, 0x203C},
    CodePointRange{0x2049, 0x2049},   CodePointRange{0x2122, 0x2122},   CodePointRange{0x2139, 0x2139},
    CodePointRange{0x2194, 0x2199},   CodePointRange{0x21A9, 0x21AA},   CodePointRange{0x231A, 0x231B},
    CodePointRange{0x2328, 0x2328},   CodePointRange{0x2388, 0x2388},   CodePointRange{0x23CF, 0x23CF},
    CodePointRange{0x23E9, 0x23F3},   CodePointRange{0x23F8, 0x23FA},   CodePointRange{0x24C2, 0x24C2},
    CodePointRange{0x25AA, 0x25AB},   CodePointRange{0x25B6, 0x25B6},   CodePointRange{0x25C0, 0x25C0},
    CodePointRange{0x25FB, 0x25FE},   CodePointRange{0x2600, 0x2605},   CodePointRange{0x2607, 0x2612},
    CodePointRange{0x2614, 0x2685},   CodePointRange{0x2690, 0x2705},   CodePointRange{0x2708, 0x2712},
    CodePointRange{0x2714, 0x2714},   CodePointRange{0x2716, 0x2716},   CodePointRange{0x271D, 0x271D},
    CodePointRange{0x2721, 0x2721},   CodePointRange{0x2728, 0x2728},   CodePointRange{0x2733, 0x2734},
    CodePointRange{0x2744, 0x2744},   CodePointRange{0x2747, 0x2747},   CodePointRange{0x274C, 0x274C},
    CodePointRange{0x274E, 0x274E},   CodePointRange{0x2753, 0x2755},   CodePointRange{0x2757, 0x2757},
    CodePointRange{0x2763, 0x2767},   CodePointRange{0x2795, 0x2797},   CodePointRange{0x27A1, 0x27A1},
    CodePointRange{0x27B0, 0x27B0},   CodePointRange{0x27BF, 0x27BF},   CodePointRange{0x2934, 0x2935},
    CodePointRange{0x2B05, 0x2B07},   CodePointRange{0x2B1B, 0x2B1C},   CodePointRange{0x2B50, 0x2B50},
    CodePointRange{0x2B55, 0x2B55},   CodePointRange{0x3030, 0x3030},   CodePointRange{0x303D, 0x303D},
    CodePointRange{0x3297, 0x3297},   CodePointRange{0x3299, 0x3299},   CodePointRange{0x1F000, 0x1F0FF},
    CodePointRange{0x1F10D, 0x1F10F}, CodePointRange{0x1F12F, 0x1F12F}, CodePointRange{0x1F16C, 0x1F171},
    CodePointRange{0x1F17E, 0x1F17F}, CodePointRange{0x1F18E, 0x1F18E}, CodePointRange{0x1F191, 0x1F19A},
    CodePointRange{0x1F1AD, 0x1F1E5}, CodePointRange{0x1F201, 0x1F20F}, CodePointRange{0x1F21A, 0x1F21A},
    CodePointRange{0x1F22F, 0x1F22F}, CodePointRange{0x1F232, 0x1F23A}, CodePointRange{0x1F23C, 0x1F23F},
    CodePointRange{0x1F249, 0x1F3FA}, CodePointRange{0x1F400, 0x1F53D}, CodePointRange{0x1F546, 0x1F64F},
    CodePointRange{0x1F680, 0x1F6FF}, CodePointRange{0x1F774, 0x1F77F}, CodePointRange{0x1F7D5, 0x1F7FF},
    CodePointRange{0x1F80C, 0x1F80F}, CodePointRange{0x1F848, 0x1F84F}, CodePointRange{0x1F85A, 0x1F85F},
    CodePointRange{0x1F888, 0x1F88F}, CodePointRange{0x1F8AE, 0x1F8FF}, CodePointRange{0x1F90C, 0x1F93A},
    CodePointRange{0x1F93C, 0x1F945}, CodePointRange{0x1F947, 0x1FAFF}, CodePointRange{0x1FC00, 0x1FFFD},
};
static_assert(isSorted(Pictographs));

} // namespace

bool isPictograph(char32_t point)
{
    return isIn(Pictographs, point);
}

bool isSkinTone(char32_t point)
{
    return point >= 0x1F3FB && point <= 0x1F3FF;
}

} // namespace Trailglass
