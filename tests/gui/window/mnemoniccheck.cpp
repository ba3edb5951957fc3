// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/mnemoniccheck.h"

#include <QAbstractButton>
#include <QAction>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// What Alt and a letter lead to.
QStringList mnemonicTexts(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->text()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->buddy() ? QStringList{label->text()} : QStringList();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return {box->title()};
    QStringList texts;
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts += tabs->tabText(tab);
    } else if (const auto *menus = qobject_cast<const QMenuBar *>(&widget)) {
        const QList<QAction *> actions = menus->actions();
        for (const QAction *action : actions)
            texts += action->text();
    }
    return texts;
}

} // namespace

QStringList mnemonicFaults(const QWidget &window)
{
    QStringList faults;
    QMap<QString, QStringList> textsOf;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->buddy() && label->buddy()->focusPolicy() == Qt::NoFocus
            && !QKeySequence::mnemonic(label->text()).isEmpty())
            faults += label->text() + ": its field does not take the keyboard"_L1;
        const QStringList texts = mnemonicTexts(*widget);
        for (const QString &text : texts) {
            if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
                textsOf[keys.toString()] += text;
        }
    }
    for (auto texts = textsOf.cbegin(); texts != textsOf.cend(); ++texts) {
        if (texts->size() > 1)
            faults += texts.key() + u": "_s + texts->join(u", "_s);
    }
    return faults;
}

} // namespace Trailglass::Testing
