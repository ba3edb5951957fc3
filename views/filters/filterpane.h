// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/query/facetbins.h"
#include "views/filters/facetrows.h"
#include "views/filters/facettitles.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace Trailglass {

class FacetChooser;
class FacetGroupList;
class FilterState;
class TimeGroup;

/// The filter as choices: time, and the values of the fields that are used most.
/// \thread GUI
///
/// While it is in sight it requests the values of open groups whenever the filter changes; connect
/// facetsRequested() to FacetRunner::count() and its results back.
class FilterPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MaxValues = static_cast<int>(MaxFacetRows); ///< requested of a field
    static constexpr int MaxSearchedValues = 10'000; ///< while one of them is looked for

    /// \param filter, clock  outlive the pane
    FilterPane(FilterState *filter, const Clock &clock, QWidget *parent = nullptr);

    /// The fields of open groups, in order.
    [[nodiscard]] std::vector<Filter::FieldReference> expandedFields() const;
    /// The groups, in order.
    [[nodiscard]] std::vector<FacetGroupChoice> groups() const;
    void setGroups(const std::vector<FacetGroupChoice> &groups);
    /// Opens the group of a field; a new one where there is none.
    void addGroup(const Filter::FieldReference &field);

public Q_SLOTS:
    /// Asks for a field or JSON path to add as a group.
    void chooseGroup();
    /// The JSON paths that were requested.
    void setPaths(const QStringList &paths);
    void setDisplayZone(const QByteArray &zone);
    /// Requests the values again, because the data changed; while values are being counted, after them, so
    /// that a stream of new events does not keep the first counts from ever coming.
    void refresh();
    /// A result of a field that has no group is ignored.
    void setFacet(const Trailglass::FacetResult &result);
    void setFacetsFailed(const Trailglass::Error &error);

Q_SIGNALS:
    /// \param top  at most this many values a field. Once for all changes of one turn of the event loop.
    void facetsRequested(const std::vector<Trailglass::Filter::FieldReference> &fields, int top);
    /// The JSON paths that events have are needed, most frequent first.
    void pathsRequested();
    /// \param column  a field's canonical name or an `@path`, for the table
    void columnRequested(const QString &column);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void askSoon();
    void followText();
    [[nodiscard]] bool isBreaking() const;
    void showActive();

    FilterState *m_filter;
    QLabel *m_active;
    QPushButton *m_clear;
    TimeGroup *m_time;
    FacetGroupList *m_groups;
    QPushButton *m_add;
    QPointer<FacetChooser> m_chooser; ///< while it is open
    QTimer m_asking;
    std::vector<Filter::FieldReference> m_awaited; ///< requested, and not there yet
    int m_top = MaxValues; ///< requested last
    bool m_stale = false; ///< the data changed since
};

} // namespace Trailglass
