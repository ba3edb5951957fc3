// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/query/emptyresult.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Runs explainEmptyResult() on a thread of its own; a new request ends the last.
///
/// What fails is not said: the query itself has succeeded, and the report only adds to it.
/// \thread GUI
class EmptyResultRunner : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the runner
    EmptyResultRunner(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~EmptyResultRunner() override;

    void setPresets(Filter::PresetLookup lookup);

    /// \param request  that found nothing
    void explain(const ResultRequest &request);
    void cancel();

Q_SIGNALS:
    /// With more each time, until it is complete.
    void explained(const Trailglass::EmptyResultReport &report);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
