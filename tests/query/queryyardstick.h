// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/query/rowlist.h"
#include "tests/query/sampleworkspace.h"

#include <map>

namespace Trailglass {

/// A workspace of generated events and what plain loops over all its records find: the oracle for engines.
class QueryYardstick
{
public:
    /// Some 1,800 events of three sources, 90 of them superseded; row numbers have gaps, so that an index has
    /// several segments, and blocks are full, cut and of several sources in turn.
    QueryYardstick();

    [[nodiscard]] QString folder() const { return m_workspace.folder(); }
    [[nodiscard]] const QueryContext &context() const { return m_context; }
    /// Every listed event, in row order.
    [[nodiscard]] const std::vector<EventRecord> &records() const { return m_records; }
    /// What the row evaluator finds, in row order; evaluated once.
    [[nodiscard]] const RowList &rows(const QString &expression);

    /// A broken expression ends the test.
    [[nodiscard]] static Filter::NodePointer filter(const QString &expression);
    [[nodiscard]] static Filter::FieldReference field(const QString &name);

private:
    void fill();

    SampleWorkspace m_workspace;
    std::map<QString, RowList> m_rows;
    std::vector<EventRecord> m_records;
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
};

} // namespace Trailglass
