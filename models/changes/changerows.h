// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"

#include <QString>

namespace Trailglass {

/// A run of a shown text.
struct ShownTextRun
{
    QString text; ///< visibleText(), maybe cut in its middle or at its end
    bool isChanged = false;

    friend bool operator==(const ShownTextRun &, const ShownTextRun &) = default;
};

/// One step from a side of a change down to a value in it.
struct InnerStep
{
    std::string member; ///< decoded
    bool isElement = false; ///< not a member
    quint32 before = 0; ///< place of an element on either side; where it is on one side only, that place
    quint32 after = 0;
};

/// One row of a list of changes.
struct ChangeRow
{
    enum class Kind : quint8
    {
        Heading, ///< of a change: its subject is the name
        Group, ///< an object or array that changed, ahead of what is in it
        Same,
        Changed, ///< one thing in place of another
        Removed,
        Added,
        Skipped, ///< stands for members, elements or lines that are the same
        Given, ///< a value that is no comparison of ours
    };
    Kind kind = Kind::Heading;
    int level = 0; ///< how far it is in, 0 for headings and what is directly below
    QString name; ///< visibleText(), cut; empty where the row goes on with the one above
    std::vector<ShownTextRun> before; ///< of Same and Changed rows, and of Removed
    std::vector<ShownTextRun> after; ///< of Same and Changed rows, and of Added and Given
    bool isCut = false; ///< not all of its texts is shown
    qint64 skipped = 0; ///< how many Skipped stands for
    std::size_t change = 0; ///< which of EventChanges::changes it is part of
    const ValueChange *value = nullptr; ///< whose row it is, in the EventChanges; null for headings
    std::vector<InnerStep> inside; ///< from the side's member down to the value
};

/// How changes are laid out in rows.
struct ChangeLayout
{
    bool isInline = false; ///< what was above what is, in rows of their own; otherwise side by side in one
    bool withSame = false; ///< also what did not change
    std::size_t maxRows = 500;
    qsizetype maxCharacters = 100'000; ///< of all rows; the last one may go beyond
};

struct ChangeRows
{
    std::vector<ChangeRow> rows;
    bool isCut = false; ///< more than maxRows or maxCharacters
};

/// Lays changes out in rows: a heading each, then its members, elements and lines. Same lines are shown near changed
/// ones. Pure.
/// \returns rows that refer to \a changes
/// \thread any
[[nodiscard]] ChangeRows changeRows(const EventChanges &changes, const ChangeLayout &layout);

} // namespace Trailglass
