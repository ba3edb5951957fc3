// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/table/sourcecoverage.h"
#include "models/workspace/place.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Reads for every source what was synced of its log and what was not, on a thread of its own.
/// \thread GUI
class CoverageLister : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the lister
    CoverageLister(const Place &place, const Clock &clock, QObject *parent = nullptr);
    ~CoverageLister() override;

    /// A new request ends the last.
    void list();

Q_SIGNALS:
    /// By name; removed sources are left out.
    void listed(const QList<Trailglass::SourceCoverage> &sources);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
