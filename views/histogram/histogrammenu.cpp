// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogrammenu.h"

#include "views/common/plaintext.h"
#include "views/common/valuewords.h"
#include "views/histogram/histogramtext.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// A value of any length would make the menu as wide as the screen.
constexpr int WidestValueCaption = 300; // pixels

QString actionName(FilterEdit edit)
{
    switch (edit) {
    case FilterEdit::Include:
        return u"histogramInclude"_s;
    case FilterEdit::Exclude:
        return u"histogramExclude"_s;
    case FilterEdit::Only:
        return u"histogramOnly"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

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

void HistogramMenu::addEdit(QMenu *menu, FilterEdit edit, const QString &text, const std::string &value)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(actionName(edit));
    const Filter::FieldValue chosen = value.empty() ? std::nullopt : std::optional(value);
    connect(action, &QAction::triggered, this, [this, chosen, edit] { Q_EMIT valueChosen(chosen, edit); });
}

void HistogramMenu::addValue(const std::string &value)
{
    if (!isEmpty())
        addSeparator();
    const QString text = PlainText::caption(splitValueText(value), fontMetrics(), WidestValueCaption);
    for (const FilterEdit edit : ValueEdits)
        addEdit(this, edit, valueEditText(edit, text), value);
    addColumn();
}

void HistogramMenu::addColumn()
{
    addSeparator();
    addAction(addColumnText(), this, &HistogramMenu::columnRequested)->setObjectName("histogramColumn"_L1);
}

void HistogramMenu::addValues(const std::vector<std::string> &values)
{
    if (values.empty())
        return;
    if (!isEmpty())
        addSeparator();
    for (const FilterEdit edit : ValueEdits) {
        QMenu *menu = addMenu(valueEditTitle(edit));
        menu->setObjectName(actionName(edit) + "Menu"_L1);
        for (const std::string &value : values) {
            const QString text = PlainText::caption(splitValueText(value), fontMetrics(), WidestValueCaption);
            addEdit(menu, edit, text, value);
        }
    }
    addColumn();
}

} // namespace Trailglass

#include "moc_histogrammenu.cpp"
