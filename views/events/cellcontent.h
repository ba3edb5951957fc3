// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QModelIndex>
#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// What is drawn in a cell, from left to right.
struct CellContent
{
    struct Part
    {
        QString text; ///< never empty
        bool isQuiet = false; ///< written more faintly
    };

    std::optional<Outcome> outcome; ///< sign in front, and the colour of the text; in the column of outcomes
    std::optional<Operation> operation; ///< sign in front; in the columns of actions and operations
    std::vector<Part> parts;
    /// What is written is not the value of the cell, which is empty: the word of the operation, without an action.
    bool isStandIn = false;
    bool isCutInMiddle = false; ///< where there is no room for it: its end tells it from others

    /// All parts together.
    [[nodiscard]] QString text() const;
};

/// \param index  of an EventTableModel
/// \param max  characters that are drawn at most: laying out thousands of which a hundred are seen would make
/// scrolling stutter
[[nodiscard]] CellContent cellContent(const QModelIndex &index, qsizetype max);

/// Whether the column is one of times.
[[nodiscard]] bool showsTime(const QModelIndex &index);

} // namespace Trailglass
