// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/query/queryengine.h"
#include "views/common/filterintent.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Trailglass {

class FacetModel;
class FacetView;
class FilterState;
class WrappedLabel;

/// The values of one field to choose from, with a search, and a button for those that are not listed.
///
/// Every choice goes through the FilterState; readBack() shows it.
/// \thread GUI
class FacetValues : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the widget
    /// \param title  of the field, as it is
    FacetValues(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent = nullptr);

    /// Whether a value is looked for that may be among those not listed.
    [[nodiscard]] bool wantsMore() const { return !m_complete && m_isSearching; }

    /// \param top  how many values were requested; 0 is all
    void setFacet(const Facet &facet, int top);
    void setFailed(const QString &sentence);
    /// As FacetModel::setHeld(). While the keyboard is in use in the list, it is held in any case.
    void setHeld(bool held);
    /// As FacetModel::setRanking(); values do not move under the keyboard in any case.
    void setRanking(bool mayRank);
    void setOutdated();
    /// Takes the choice from the filter, however it spells the values.
    /// \returns what it includes and excludes
    Filter::FieldChoice readBack();

    void focusFirst();
    void focusLast();
    [[nodiscard]] bool hasRows() const;

Q_SIGNALS:
    /// wantsMore() from now on, or no longer.
    void wantsMoreChanged();
    /// The keyboard is at \a place of \a widget: to be brought into sight.
    void currentMoved(QWidget *widget, const QRect &place);
    /// The keyboard goes on before the first value, or after the last.
    void leftUpwards();
    void leftDownwards();
    /// The field is to be a column of the table.
    void columnRequested();

protected:
    /// Up and Down go from the search and the button below the values as they do from a value.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectView();
    [[nodiscard]] bool isHeld() const;
    void hold();
    void toggle(const Filter::FieldValue &value, FilterEdit edit);
    void showMenu(int row, const QPoint &globalPlace);
    void search(const QString &text);
    void showSurroundings();
    void enterValues(int row);
    void leaveDownwards();

    FilterState *m_filter;
    Filter::FieldReference m_field;
    QString m_title;
    FacetModel *m_model;
    QLineEdit *m_search;
    FacetView *m_view;
    QToolButton *m_more;
    WrappedLabel *m_note;
    QString m_noteText; ///< beside what the values say by themselves
    bool m_held = false; ///< whatever the keyboard does
    bool m_mayRank = false; ///< likewise
    bool m_loaded = false;
    bool m_isSearching = false;
    bool m_complete = true; ///< as far as was counted without a search
    int m_top = 0; ///< of the last values, if there are more
};

} // namespace Trailglass
