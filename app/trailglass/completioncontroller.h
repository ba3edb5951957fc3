// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/store/records.h"

#include <QObject>

#include <map>
#include <optional>

namespace Trailglass {

class FacetRunner;
class JsonSampler;
class PresetService;
class QueryCompleter;
class ReviewChoice;
class Settings;
struct ResultRequest;

/// Brings what the query bar completes. Values of fields are counted over what the rest of the filter matches, and
/// kept until forgetCounts(); JSON paths and values at them come from a sample of that. What was begun before
/// forgetCounts() is shown, and requested again with the next key.
class CompletionController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FacetRunner &counts; ///< nobody else's
        JsonSampler &samples; ///< nobody else's
        PresetService &presets;
        Settings &settings;
        QueryCompleter &completer;
        const ReviewChoice *reviews = nullptr; ///< which one `is:new` is about; null: nobody's
    };
    /// All parts outlive the controller.
    explicit CompletionController(const Parts &parts, QObject *parent = nullptr);

public Q_SLOTS:
    /// The events have changed.
    void forgetCounts();

private:
    void offerPresets(const QList<Preset> &presets);
    /// The field that is counted, and the canonical text of what else an event must match.
    using Request = std::pair<Field, QString>;
    /// The path whose values are counted, or nothing for the paths themselves; and likewise.
    using SampleRequest = std::pair<std::optional<Filter::JsonPath>, QString>;

    [[nodiscard]] ResultRequest requestFor(const Filter::NodePointer &filter) const;
    void wantSample(const std::optional<Filter::JsonPath> &path, const Filter::NodePointer &rest);
    void want(const Filter::FieldReference &field, const Filter::NodePointer &rest);
    void keep(const Facet &facet);

    Parts m_parts;
    std::map<Request, Facet> m_known;
    std::optional<Request> m_awaited; ///< being counted
    bool m_isStale = false; ///< the events changed since m_awaited was
    std::optional<Filter::FieldReference> m_wanted; ///< last
    std::optional<Request> m_wantedRequest; ///< its counts
    std::optional<SampleRequest> m_awaitedSample; ///< being counted
    bool m_isSampleStale = false; ///< the events changed since m_awaitedSample was
};

} // namespace Trailglass
