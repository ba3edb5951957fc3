// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/query/queryengine.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace Trailglass {

class FacetGroup;
class FilterState;
class TimeGroup;

/// The filter as choices: time, and the values of the fields asked for most.
/// \thread GUI
///
/// While it is in sight it requests the values of open groups whenever the filter changes; connect
/// facetsWanted() to FacetRunner::count() and its results back.
class FilterPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MaxValues = 200; ///< requested of a field
    static constexpr int MaxSearchedValues = 10'000; ///< while one of them is looked for

    /// \param filter, clock  outlive the pane
    FilterPane(FilterState *filter, const Clock &clock, QWidget *parent = nullptr);

    /// The fields of open groups, in order.
    [[nodiscard]] std::vector<Filter::FieldReference> expandedFields() const;
    /// Their names, for the settings.
    [[nodiscard]] QStringList expandedNames() const;
    /// Opens these groups and closes the others; names without a group are ignored.
    void setExpandedNames(const QStringList &names);

public Q_SLOTS:
    void setDisplayZone(const QByteArray &zone);
    /// Requests the values again, because the data changed; while values are being counted, after them, so
    /// that a stream of new events does not keep the first counts from ever coming.
    void refresh();
    /// A facet of a field that has no group is ignored.
    void setFacet(const Trailglass::Facet &facet);
    void setFacetsFailed(const Trailglass::Error &error);

Q_SIGNALS:
    /// \param top  at most this many values a field. Once for all changes of one turn of the event loop.
    void facetsWanted(const std::vector<Trailglass::Filter::FieldReference> &fields, int top);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void showActive();

    FilterState *m_filter;
    QLabel *m_active;
    QPushButton *m_clear;
    TimeGroup *m_time;
    std::vector<FacetGroup *> m_groups;
    QTimer m_asking;
    std::vector<Filter::FieldReference> m_awaited; ///< requested, not answered
    int m_top = MaxValues; ///< requested last
    bool m_stale = false; ///< the data changed since
};

} // namespace Trailglass
