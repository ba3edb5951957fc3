// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "tests/benchmarks/measurement.h"

#include <QString>

#include <functional>
#include <vector>

namespace Trailglass {

class EventWriter;
struct PageCommit;

} // namespace Trailglass

namespace Trailglass::Benchmarks {

/// Called with each page that was stored.
using AfterCommit = std::function<void(const PageCommit &page)>;

/// Adds a source of each vendor, of the vendor's name, with settings that are valid.
/// \returns their ids, in the order of allSources()
std::vector<SourceId> addVendors(EventWriter &writer);

/// Fills a new workspace with made-up events of the five vendors, in turn, and prints how many a second were stored; making
/// and parsing them is not counted, nor is \a afterCommit. The same number gives the same events. Of each vendor, an event is
/// a minute later than the one before (PageMaker::minuteOf()).
/// \returns what all commits took together
Cost fillWorkspace(const QString &folder, qint64 events, const AfterCommit &afterCommit = {});

} // namespace Trailglass::Benchmarks
