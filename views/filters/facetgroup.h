// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "models/query/queryengine.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Trailglass {

class FacetModel;
class FacetView;
class FilterState;

/// One field of the filter pane: a heading that opens and closes, and the values to choose from.
///
/// Every choice goes through the FilterState and is read back from it.
/// \thread GUI
class FacetGroup : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the group
    FacetGroup(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent = nullptr);

    [[nodiscard]] const Filter::FieldReference &field() const { return m_field; }
    [[nodiscard]] bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);
    /// Whether a value is looked for that may be among those not listed.
    [[nodiscard]] bool wantsMore() const;

    /// Values are on their way; the last ones stay in sight.
    void setLoading();
    /// \param top  how many values were requested
    void setValues(const std::vector<FacetValue> &values, int top);
    void setFailed(const QString &sentence);

Q_SIGNALS:
    void expandedChanged(bool expanded);
    /// wantsMore() from now on, or no longer.
    void wantsMoreChanged();

private:
    void toggleIncluded(int row);
    void toggleExcluded(int row);
    void showMenu(int row, const QPoint &globalPlace);
    void choose(const Filter::FieldChoice &choice);
    void readBack();
    void search(const QString &text);
    void showBody();

    FilterState *m_filter;
    Filter::FieldReference m_field;
    QString m_title;
    FacetModel *m_model;
    QToolButton *m_heading;
    QWidget *m_body;
    QLineEdit *m_search;
    FacetView *m_view;
    QLabel *m_note;
    QString m_noteText; ///< beside what the values say by themselves
    bool m_expanded = false;
    bool m_loaded = false;
    bool m_isSearching = false;
    bool m_complete = true; ///< as far as was counted without a search
};

} // namespace Trailglass
