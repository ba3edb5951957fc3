// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/story.h"

#include "tests/support/asanastory.h"
#include "tests/support/datafoldstory.h"
#include "tests/support/nectedstory.h"
#include "tests/support/paradimestory.h"
#include "tests/support/secodastory.h"

namespace Trailglass::Support {

std::unique_ptr<Story> makeStory(Vendor vendor, const Staff &staff, quint64 seed)
{
    switch (vendor) {
    case Vendor::Asana:
        return std::make_unique<AsanaStory>(staff, seed);
    case Vendor::Secoda:
        return std::make_unique<SecodaStory>(staff, seed);
    case Vendor::Datafold:
        return std::make_unique<DatafoldStory>(seed);
    case Vendor::Paradime:
        return std::make_unique<ParadimeStory>(seed);
    case Vendor::Nected:
        return std::make_unique<NectedStory>(seed);
    }
    Q_UNREACHABLE();
}

} // namespace Trailglass::Support
