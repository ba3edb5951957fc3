// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/formlabels.h"

#include <QFormLayout>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Trailglass {

namespace {

QWidgetList labelsOf(const QFormLayout &form)
{
    QWidgetList labels;
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem *item = form.itemAt(row, QFormLayout::LabelRole);
        if (item && item->widget())
            labels += item->widget();
    }
    return labels;
}

} // namespace

void alignFormLabels(const QWidget &widget)
{
    QWidgetList labels;
    const auto forms = widget.findChildren<QFormLayout *>();
    for (const QFormLayout *form : forms)
        labels += labelsOf(*form);
    int widest = 0;
    for (const QWidget *label : std::as_const(labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(widest);
}

} // namespace Trailglass
