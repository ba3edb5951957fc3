// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Trailglass::Benchmarks {

/// Fills a new workspace with made-up events of the five vendors, in turn, and prints how many a second were stored; making
/// and parsing them is not counted. The same number gives the same events.
void fillWorkspace(const QString &folder, qint64 events);

} // namespace Trailglass::Benchmarks
