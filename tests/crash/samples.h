// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/eventwriter.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace Trailglass::Testing {

/// The value of a result that a test cannot do without; ends the program where there is none.
template <class Value>
Value needed(Result<Value> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

/// An event as a source reads it.
/// \param number    makes its id and its fields
/// \param revision  a greater one replaces it
[[nodiscard]] Event sampleEvent(int number, int revision = 0);

/// Events \a first to \a first + \a count - 1.
[[nodiscard]] std::vector<Event> sampleEvents(int first, int count, int revision = 0);

/// A source of the type that sampleEvent() is of.
[[nodiscard]] SourceRecord sampleSource(const QString &name);

/// A page with a checkpoint of its own.
[[nodiscard]] PageCommit samplePage(SourceId source, int checkpoint, std::vector<Event> events);

/// Makes a workspace of an earlier version from one of this version, with everything in it that the earlier one knows.
/// \param workspace  an empty folder
void makeVersion(int version, const QString &from, const QString &workspace);

/// Gives out so many row numbers that the first segment of the column index is full, without their events.
/// \param source  with a page after it: index segments end with an event
void fillSegment(const QString &workspace, SourceId source);

/// What a workspace holds for its user, as text: sources with checkpoints, coverage and counts, every listed event
/// with its JSON and some fields, presets. Nothing for a workspace that is yet to be created.
/// \error what opening or reading it gives
[[nodiscard]] Result<QByteArray> contentsOf(const QString &workspace);

/// What does not fit the hash tree of a workspace, as sentences.
[[nodiscard]] QStringList treeProblemsOf(const QString &workspace);

/// Makes a folder hold what another one does, and nothing else.
void copyFolder(const QString &from, const QString &to);

} // namespace Trailglass::Testing
