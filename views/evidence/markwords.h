// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/markcolour.h"

#include <QString>

namespace Trailglass {

/// What an action is called that marks events: the same in every menu.
struct MarkWords
{
    QString caption; ///< with a mnemonic of its own
    QString tip; ///< a whole label: `Mark red`
};

[[nodiscard]] MarkWords markWords(MarkColour colour);
/// Of the action that removes marks.
[[nodiscard]] MarkWords noMarkWords();
/// Of the action that leads to all marked events.
[[nodiscard]] QString onlyMarkedText();

} // namespace Trailglass
