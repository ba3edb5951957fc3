// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/query/facetbins.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Trailglass {

/// Counts the values of fields for the filter pane, on a thread of its own, which gives way to whatever brings the rows;
/// a new request ends the last.
///
/// Each field is counted without the filter's own choice of that field (Filter::withChoice,
/// Filter::withRangeChoice), so that unchosen siblings keep their counts. Fields that are read from each event come
/// last: JSON paths and long texts.
/// \thread GUI
class FacetRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    FacetRunner(const Place &place, const Clock &clock, QObject *parent = nullptr);
    ~FacetRunner() override;

    /// As ResultRunner::setPresets().
    void setPresets(Filter::PresetLookup lookup);

    /// \param top  at most this many values a field; 0 is all
    void count(const ResultRequest &request, const std::vector<Filter::FieldReference> &fields, int top);
    void cancel();

Q_SIGNALS:
    /// One for each field of the newest count(), as each is done.
    void counted(const Trailglass::FacetResult &result);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
