// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "tests/support/staff.h"
#include "tests/support/vendorevent.h"

#include <memory>

namespace Trailglass::Support {

/// Somebody does something at a time.
struct Moment
{
    UtcMicros time;
    const Person *person = nullptr;
    bool isContractorGone = false; ///< the account of Staff::contractor() was removed before
};

/// Makes up one vendor's events, one after the other; ids go up in the order of the calls and never repeat.
class Story
{
public:
    virtual ~Story() = default;

    /// What an ordinary day brings.
    [[nodiscard]] virtual VendorEvent next(const Moment &moment) = 0;
};

/// \a staff must outlive the story.
[[nodiscard]] std::unique_ptr<Story> makeStory(Vendor vendor, const Staff &staff, quint64 seed);

} // namespace Trailglass::Support
