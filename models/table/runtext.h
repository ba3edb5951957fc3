// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/runrow.h"

class QTimeZone;

namespace Trailglass {

// What lists say of runs. Pure; all texts are translated and safe to show.

/// `Sync`, `Full sync`, `Import`.
[[nodiscard]] QString kindText(RunRow::Kind kind);

/// `Complete`, `Failed` …; of a sync that has not read all `Ended, with a coverage gap`, of a run that was killed
/// `Interrupted, no end noted`.
[[nodiscard]] QString stateText(RunRow::State state);

/// A length of time for people, to two units: `0.4 s`, `12.5 s`, `3 min 20 s`, `1 h 5 min`. A negative one, after
/// a clock was put back, is `0 s`.
/// \param micros  microseconds
[[nodiscard]] QString durationText(qint64 micros);

/// How long a run took; empty without an end.
[[nodiscard]] QString durationText(const RunRow &run);

/// Its error and its warnings, one a line; empty for a run that went well.
[[nodiscard]] QStringList messageLines(const RunRow &run);

/// Everything about a run that its row has no room for: counts, error and warnings, one a line.
[[nodiscard]] QStringList runDetails(const RunRow &run);

/// Up to when a source was fetched completely, in two sentences.
[[nodiscard]] QString lastCompleteText(const std::optional<CompleteSync> &sync, const QTimeZone &zone);

} // namespace Trailglass
