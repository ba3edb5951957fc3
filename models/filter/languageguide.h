// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <vector>

namespace Trailglass::Filter {

/// A filter, or the name of a field, and what it means.
struct GuideEntry
{
    QString term;
    QString meaning; ///< translated, one line
    bool isExample = true; ///< a filter that can be used as it stands
};

struct GuideSection
{
    QString title; ///< translated
    std::vector<GuideEntry> entries; ///< at least one
};

/// The filter language for the people who write filters: what there is, with examples, every field and every other name of
/// one. Dialogs and manual pages show it, so that the rules stand once. Pure.
/// \thread any
[[nodiscard]] std::vector<GuideSection> languageGuide();

} // namespace Trailglass::Filter
