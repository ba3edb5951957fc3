// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/merkle/digest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// The head of a tree as it is signed: the text of a note.
///
/// \thread value type, as any
/// \source C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint)
struct TreeCheckpoint
{
    QString
        origin; ///< which tree: `trailglass.local/` and the identity of its workspace; one line, not empty
    qint64 size = 0; ///< leaves
    Digest root = {}; ///< of these leaves
    QStringList extensions = {}; ///< further lines, none of them empty

    friend bool operator==(const TreeCheckpoint &, const TreeCheckpoint &) = default;
};

/// The text that is signed: a line each for origin, size in decimal and root in base64, then the extensions.
///
/// \pre the members are as their comments say
[[nodiscard]] QByteArray text(const TreeCheckpoint &checkpoint);

/// Reads the text of a note as a checkpoint, of any tree.
///
/// \param text  any bytes
/// \error Malformed for anything that text() does not write, with a sentence for each reason
[[nodiscard]] Result<TreeCheckpoint> parseTreeCheckpoint(QByteArrayView text);

/// The extension line that says when a checkpoint was made: `time 2026-11-30T10:00:00.000000Z`.
[[nodiscard]] QString timeExtension(UtcMicros time);

/// The time that a checkpoint states about itself, by the clock of whoever signed it.
///
/// \returns nothing where no extension line, or more than one, is a timeExtension()
[[nodiscard]] std::optional<UtcMicros> statedTime(const TreeCheckpoint &checkpoint);

} // namespace Trailglass
