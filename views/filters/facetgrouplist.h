// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/filters/facettitles.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace Trailglass {

class FacetGroup;
class FilterState;

/// The groups of the filter pane, one below the other: moved by dragging a heading or with Alt+Up and Alt+Down,
/// hidden with Delete.
///
/// For Tab all are one stop: Up and Down go through headings and values. While the pointer is inside, or a
/// menu of a group is open, the groups are held (FacetGroup::setHeld()); those that the pointer is not in may rank
/// their values (FacetGroup::setRanking()).
/// \thread GUI
class FacetGroupList : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the list
    explicit FacetGroupList(FilterState *filter, QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<FacetGroup *> &groups() const { return m_groups; }
    [[nodiscard]] std::vector<FacetGroupChoice> choices() const;
    /// In place of all groups. A field that comes again is left out.
    void setChoices(const std::vector<FacetGroupChoice> &choices);
    /// Opens the group of a field, a new one at the end where there is none, and moves the keyboard there.
    void add(const Filter::FieldReference &field);

Q_SIGNALS:
    /// Other values are needed: a group was opened, closed, added or hidden, or one searches beyond what is
    /// listed.
    void valuesRequested();
    /// A field is to be a column of the table.
    void columnRequested(const Trailglass::Filter::FieldReference &field);
    /// The keyboard is here, in the list's coordinates.
    void currentMoved(const QRect &place);

protected:
    bool focusNextPrevChild(bool next) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    FacetGroup *append(const FacetGroupChoice &choice);
    [[nodiscard]] FacetGroup *groupOf(const Filter::FieldReference &field) const;
    [[nodiscard]] std::size_t placeOf(const FacetGroup *group) const;
    void hold(bool held);
    void holdByPointer();
    void pointAt(const FacetGroup *group);
    void moveFocus(const FacetGroup *from, int step);
    void move(FacetGroup *group, std::size_t place);
    void drag(FacetGroup *group, const QPoint &globalPlace);
    void hide(FacetGroup *group);

    FilterState *m_filter;
    QVBoxLayout *m_layout;
    std::vector<FacetGroup *> m_groups;
    bool m_held = false;
    const FacetGroup *m_pointedAt = nullptr; ///< only to be compared; null: not known which
};

} // namespace Trailglass
