// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/edits.h"
#include "views/common/filterintent.h"

#include <QMenu>

#include <string>
#include <vector>

namespace Trailglass {

/// What can be done with a time or a value of a histogram. Goes when it closes.
/// \thread GUI
class HistogramMenu : public QMenu
{
    Q_OBJECT

public:
    explicit HistogramMenu(QWidget *parent);

    /// To see an interval alone, and to copy it.
    /// \param filter  that says it, such as `created:2026-11`
    void addInterval(const QString &filter);
    /// To see a value alone, it too, or all but it, and its field as a column. An empty one stands for events
    /// without a value.
    void addValue(const std::string &value);
    /// The same for each of several.
    void addValues(const std::vector<std::string> &values);

Q_SIGNALS:
    /// The field of the values is to be a column of the table.
    void columnRequested();
    void zoomRequested();
    void valueChosen(const Trailglass::Filter::FieldValue &value, Trailglass::FilterEdit edit);

private:
    void addColumn();
    void addEdit(QMenu *menu, FilterEdit edit, const QString &text, const std::string &value);
};

} // namespace Trailglass
