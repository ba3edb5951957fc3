// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/markcolour.h"

#include <QString>

namespace Trailglass {

/// What an action is called that marks events: the same in every menu.
struct MarkTexts
{
    QString caption; ///< with a mnemonic of its own
    QString tip; ///< a whole label: `Mark red`
};

[[nodiscard]] MarkTexts markTexts(MarkColour colour);
/// Of the action that removes marks.
[[nodiscard]] MarkTexts noMarkTexts();
/// Of the action that leads to all marked events.
[[nodiscard]] QString onlyMarkedText();

} // namespace Trailglass
