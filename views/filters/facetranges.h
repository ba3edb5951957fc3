// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/rangechoice.h"
#include "models/query/facetbins.h"
#include "views/common/filterintent.h"

#include <QWidget>

namespace Trailglass {

class FacetView;
class FilterState;
class RangeModel;
class WrappedLabel;

/// The values of one field as ranges to choose from, with the least and the greatest value.
///
/// Every choice goes through the FilterState; readBack() shows it.
/// \thread GUI
class FacetRanges : public QWidget
{
    Q_OBJECT

public:
    /// \param filter  outlives the widget
    /// \param title  of the field, as it is
    FacetRanges(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent = nullptr);

    void setBins(const FacetBins &bins);
    void setHeld(bool held);
    void setOutdated();
    /// Takes the choice from the filter.
    /// \returns what it includes and excludes
    Filter::RangeChoice readBack();

    void focusFirst();
    void focusLast();
    [[nodiscard]] bool hasRows() const;

Q_SIGNALS:
    /// As those of FacetValues.
    void currentMoved(QWidget *widget, const QRect &place);
    void leftUpwards();
    void leftDownwards();
    /// The field is to be a column of the table.
    void columnRequested();

private:
    void toggle(const Filter::Value &range, FilterEdit edit);
    void showMenu(int row, const QPoint &globalPlace);

    FilterState *m_filter;
    Filter::FieldReference m_field;
    QString m_title;
    RangeModel *m_model;
    FacetView *m_view;
    WrappedLabel *m_ends;
};

} // namespace Trailglass
