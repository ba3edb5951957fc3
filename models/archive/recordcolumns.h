// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/core/result.h"

#include <string>
#include <vector>

namespace Trailglass {

class RowBinaryReader;

// How events come back from table `event`: the columns to request, and what is made of a row of them. Pure; any thread.

/// The columns, in the order in which readRecord() reads them. What an event derives from others (Actor::display()) is not
/// among them.
/// \param withRaw  whether the raw JSON is, at the end
[[nodiscard]] std::vector<std::string> recordColumns(bool withRaw);

/// Reads a row of recordColumns() in RowBinary. EventRecord::row is the ArchiveRow::id(); Event::revised is not in an
/// archive, which has the latest version of each event only.
///
/// \error Malformed if the row is cut off. Unsupported, which another try does not change, if a text other than the raw JSON is
/// not valid UTF-8, or a time, a class, a vendor or a row number is not one that this program writes
[[nodiscard]] Result<EventRecord> readRecord(RowBinaryReader &reader, bool withRaw);

} // namespace Trailglass
