// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/fuzz/choices.h"

#include <QByteArray>
#include <QString>

namespace Trailglass {

/// A small workspace with something in every table: two sources with events, one that is being purged,
/// changed events, quarantine, coverage, presets, runs that ended and one that did not, runs of the id index, a saved
/// segment of the column index.
/// \returns the bytes of its database
[[nodiscard]] QByteArray wholeDatabase();

/// Changes one to three cells of rows to numbers, texts and bytes of all kinds, deletes rows or doubles them,
/// whatever the schema says of them.
/// \param database  a file
void damageRows(const QString &database, Choices &choices);

/// Changes one to eight bytes anywhere.
void damageBytes(QByteArray &database, Choices &choices);

} // namespace Trailglass
