// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/query/jsonsample.h"
#include "models/workspace/place.h"
#include "models/workspace/resultrequest.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Counts the JSON paths, or the values at one, in a sample of the events that a filter finds, for whoever types a filter.
/// On a thread of its own; a new request ends the last.
///
/// The sample is the newest events that the filter finds. Where it finds all events, and they are more than MaxEvents, it
/// also has some of all times (RecordSource::sample()).
/// \thread GUI
class JsonSampler : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxEvents = 500; ///< that are newest
    static constexpr std::size_t MaxValues = 1'000; ///< that are listed
    static constexpr std::size_t MaxValueBytes = 8'000; ///< of one in the JSON; longer ones are left out

    /// \param clock  outlives the sampler
    JsonSampler(const Place &place, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the thread: within 100 ms.
    ~JsonSampler() override;

    /// As ResultRunner::setPresets().
    void setPresets(Filter::PresetLookup lookup);

    /// \param path  counts the values there; nothing: counts paths
    void count(const ResultRequest &request, const std::optional<Filter::JsonPath> &path);

Q_SIGNALS:
    /// Of the newest count(). Without events there is nothing in it.
    void counted(const Trailglass::JsonSample &sample);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
