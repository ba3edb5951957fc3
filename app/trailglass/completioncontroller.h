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
class PresetService;
class QueryCompleter;
class ReviewChoice;
class Settings;

/// Brings the values and presets that the query bar completes: counted over what the rest of the filter
/// matches, and kept until forgetCounts().
class CompletionController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FacetRunner &counts; ///< nobody else's
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

    void want(const Filter::FieldReference &field, const Filter::NodePointer &rest);
    void keep(const Facet &facet);

    Parts m_parts;
    std::map<Request, Facet> m_known;
    std::optional<Request> m_awaited; ///< being counted
    bool m_isStale = false; ///< the events changed since m_awaited was
    std::optional<Filter::FieldReference> m_wanted; ///< last
    std::optional<Request> m_wantedRequest; ///< its counts
};

} // namespace Trailglass
