// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogrammenu.h"

#include "views/common/plaintext.h"
#include "views/histogram/histogramtext.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

HistogramMenu::HistogramMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName("histogramMenu"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
}

void HistogramMenu::addInterval(const QString &filter)
{
    QAction *zoom = addAction(tr("&Zoom to this time"));
    zoom->setObjectName("histogramZoom"_L1);
    connect(zoom, &QAction::triggered, this, &HistogramMenu::zoomRequested);
    QAction *copy = addAction(tr("&Copy this time as a filter"));
    copy->setObjectName("histogramCopy"_L1);
    connect(copy, &QAction::triggered, this, [filter] { QGuiApplication::clipboard()->setText(filter); });
}

void HistogramMenu::addEdit(QMenu *menu, const QString &name, const QString &text, const std::string &value,
                            FilterEdit edit)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    const Filter::FieldValue chosen = value.empty() ? std::nullopt : std::optional(value);
    connect(action, &QAction::triggered, this, [this, chosen, edit] { Q_EMIT valueChosen(chosen, edit); });
}

void HistogramMenu::addValue(const std::string &value)
{
    if (!isEmpty())
        addSeparator();
    const QString text = PlainText::caption(splitValueText(value));
    addEdit(this, u"histogramOnly"_s, tr("&Only %1").arg(text), value, FilterEdit::Only);
    addEdit(this, u"histogramExclude"_s, tr("&Exclude %1").arg(text), value, FilterEdit::Exclude);
}

void HistogramMenu::addValues(const std::vector<std::string> &values)
{
    if (values.empty())
        return;
    if (!isEmpty())
        addSeparator();
    QMenu *only = addMenu(tr("&Only"));
    only->setObjectName("histogramOnlyMenu"_L1);
    QMenu *exclude = addMenu(tr("&Exclude"));
    exclude->setObjectName("histogramExcludeMenu"_L1);
    for (const std::string &value : values) {
        const QString text = PlainText::caption(splitValueText(value));
        addEdit(only, u"histogramOnly"_s, text, value, FilterEdit::Only);
        addEdit(exclude, u"histogramExclude"_s, text, value, FilterEdit::Exclude);
    }
}

} // namespace Trailglass
