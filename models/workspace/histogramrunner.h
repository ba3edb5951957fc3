// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/table/histogramresult.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Counts events over time, on a thread of its own, which gives way to whatever brings the rows; a new request ends the
/// last.
///
/// Shows the time that the filter speaks of; where it leaves an end open, up to the first or last event.
/// \thread GUI
class HistogramRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    HistogramRunner(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~HistogramRunner() override;

    /// How `preset:name` is read; until set, the presets of the program alone are known.
    void setPresets(Filter::PresetLookup lookup);

    /// \param splitBy  as of HistogramRequest; actors and addresses may be any number, see splitHistogram()
    /// \param maxBins  as of RoundBins
    void count(const ResultRequest &request, const Filter::FieldReference &splitBy, int maxBins);
    void cancel();

Q_SIGNALS:
    /// To the newest count() only. A place without events has no bins.
    void counted(const Trailglass::HistogramResult &result);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
