// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/facetbins.h"

#include <QTimer>
#include <QWidget>

namespace Trailglass {

class FacetHeading;
class FacetRanges;
class FacetValues;
class FilterState;

/// One field of the filter pane: a heading that opens and closes, and the values or ranges to choose from.
/// \thread GUI
class FacetGroup : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the group
    /// \param title  of the field, as it is
    FacetGroup(FilterState *filter, Filter::FieldReference field, const QString &title,
               QWidget *parent = nullptr);

    [[nodiscard]] const Filter::FieldReference &field() const { return m_field; }
    [[nodiscard]] bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);
    /// Whether values are listed also where there are ranges; false until chosen.
    [[nodiscard]] bool prefersValues() const { return m_prefersValues; }
    void setPrefersValues(bool prefers);
    /// Whether a value is looked for that may be among those not listed.
    [[nodiscard]] bool wantsMore() const;

    /// While held, nothing but the user's own action in the group moves a row or changes the group's height,
    /// once it has values; but see setRanking(). A list in which the keyboard is in use is held in any case.
    void setHeld(bool held);
    /// Whether, while held, new counts may put its values into another order, in as many rows: the pointer is in another
    /// group. A list in which the keyboard is in use keeps its order.
    void setRanking(bool mayRank);

    /// Values are on their way; the last ones stay in sight, and after a moment look out of date.
    void setLoading();
    /// \param top  how many values were requested
    void setResult(const FacetResult &result, int top);
    void setFailed(const QString &sentence);

    void focusFirst();
    void focusLast();

Q_SIGNALS:
    void expandedChanged(bool expanded);
    /// The pointer came here.
    void entered();
    /// wantsMore() from now on, or no longer.
    void wantsMoreChanged();
    /// The keyboard is at \a place of \a widget: to be brought into sight.
    void currentMoved(QWidget *widget, const QRect &place);
    /// The keyboard goes on before the heading, or after the last value.
    void leftUpwards();
    void leftDownwards();
    /// To another place among the groups, by so many.
    void moveRequested(int step);
    /// By dragging: to where the pointer is.
    void draggedTo(const QPoint &globalPlace);
    void hideRequested();
    /// The field is to be a column of the table.
    void columnRequested();

protected:
    void enterEvent(QEnterEvent *event) override;

private:
    template <class Content>
    void connectContent(Content *content);
    void connectHeading();
    void enterContent(bool atEnd);
    void readBack();
    void endWaiting();
    void showContent();
    void showMenu(const QPoint &globalPlace);

    FilterState *m_filter;
    Filter::FieldReference m_field;
    QString m_title;
    FacetHeading *m_heading;
    QWidget *m_body;
    FacetValues *m_values;
    FacetRanges *m_ranges;
    QTimer m_patience; ///< until values on their way are said to be
    bool m_expanded = false;
    bool m_hasRanges = false;
    bool m_prefersValues = false; ///< also where there are ranges
};

} // namespace Trailglass
