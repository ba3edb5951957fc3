// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/timelinemenu.h"

#include "views/common/plaintext.h"
#include "views/histogram/timelinewords.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

TimelineMenu::TimelineMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName("timelineMenu"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
}

void TimelineMenu::addInterval(const QString &filter)
{
    QAction *zoom = addAction(tr("&Zoom to this time"));
    zoom->setObjectName("timelineZoom"_L1);
    connect(zoom, &QAction::triggered, this, &TimelineMenu::zoomRequested);
    QAction *copy = addAction(tr("&Copy this time as a filter"));
    copy->setObjectName("timelineCopy"_L1);
    connect(copy, &QAction::triggered, this, [filter] { QGuiApplication::clipboard()->setText(filter); });
}

void TimelineMenu::addEdit(QMenu *menu, const QString &name, const QString &text, const std::string &value,
                           FilterEdit edit)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    const Filter::FieldValue chosen = value.empty() ? std::nullopt : std::optional(value);
    connect(action, &QAction::triggered, this, [this, chosen, edit] { Q_EMIT valueChosen(chosen, edit); });
}

void TimelineMenu::addValue(const std::string &value)
{
    if (!isEmpty())
        addSeparator();
    const QString text = PlainText::caption(splitValueText(value));
    addEdit(this, u"timelineOnly"_s, tr("&Only %1").arg(text), value, FilterEdit::Only);
    addEdit(this, u"timelineExclude"_s, tr("&Exclude %1").arg(text), value, FilterEdit::Exclude);
}

void TimelineMenu::addValues(const std::vector<std::string> &values)
{
    if (values.empty())
        return;
    if (!isEmpty())
        addSeparator();
    QMenu *only = addMenu(tr("&Only"));
    only->setObjectName("timelineOnlyMenu"_L1);
    QMenu *exclude = addMenu(tr("&Exclude"));
    exclude->setObjectName("timelineExcludeMenu"_L1);
    for (const std::string &value : values) {
        const QString text = PlainText::caption(splitValueText(value));
        addEdit(only, u"timelineOnly"_s, text, value, FilterEdit::Only);
        addEdit(exclude, u"timelineExclude"_s, text, value, FilterEdit::Exclude);
    }
}

} // namespace Trailglass
