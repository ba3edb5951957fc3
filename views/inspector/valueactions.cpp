// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/valueactions.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Trailglass {

ValueActions::ValueActions(QAbstractItemView *view, std::function<InspectedValue()> current)
    : QObject(view)
    , m_view(view)
    , m_current(std::move(current))
{
    addFilter(u"includeValue"_s, tr("&Filter by this value"), Qt::CTRL | Qt::Key_I, FilterEdit::Include);
    addFilter(u"excludeValue"_s, tr("&Exclude this value"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
              FilterEdit::Exclude);
    addFilter(u"onlyValue"_s, tr("&Only this value"), Qt::CTRL | Qt::ALT | Qt::Key_I, FilterEdit::Only);
    addSeparator();
    m_copyValue = add(u"copyValue"_s, tr("&Copy value"), QKeySequence::Copy);
    m_copyFilter = add(u"copyFilter"_s, tr("Copy as f&ield:value"), Qt::CTRL | Qt::ALT | Qt::Key_C);
    addSeparator();
    m_column = add(u"addColumn"_s, tr("&Add as column"), Qt::CTRL | Qt::Key_K);
    m_openValue = add(u"openValue"_s, tr("Open in a &window"), Qt::CTRL | Qt::Key_Return);
    connect(m_copyValue, &QAction::triggered, this, [this] { copyText(m_current().text()); });
    connect(m_copyFilter, &QAction::triggered, this, &ValueActions::copyAsFilter);
    connect(m_column, &QAction::triggered, this,
            [this] { Q_EMIT columnRequested(Filter::fieldReferenceName(*m_current().place)); });
    connect(m_openValue, &QAction::triggered, this, [this] {
        const InspectedValue value = m_current();
        const QString title = value.place ? Filter::fieldReferenceName(*value.place) : tr("Value");
        Q_EMIT openRequested(title, value.text());
    });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isSuspended)
            refresh();
    });
    refresh();
}

void ValueActions::refresh()
{
    m_isSuspended = false;
    enableFor(m_current());
}

void ValueActions::suspend()
{
    m_isSuspended = true;
    enableFor({});
}

void ValueActions::enableFor(const InspectedValue &value)
{
    const bool isThere = value.text != nullptr;
    for (QAction *action : std::as_const(m_filters))
        action->setEnabled(value.place && value.filterValue);
    m_copyFilter->setEnabled(value.place && value.filterValue);
    m_column->setEnabled(value.place.has_value());
    m_copyValue->setEnabled(isThere);
    m_openValue->setEnabled(isThere);
}

bool ValueActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const QKeySequence pressed(static_cast<QKeyEvent *>(event)->keyCombination());
    const QList<QAction *> actions = m_view->actions();
    for (QAction *action : actions) {
        if (!action->shortcuts().contains(pressed))
            continue;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            action->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QAction *ValueActions::add(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    return action;
}

void ValueActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_view->addAction(separator);
}

void ValueActions::addFilter(const QString &name, const QString &text, const QKeySequence &keys,
                             FilterEdit edit)
{
    QAction *action = add(name, text, keys);
    m_filters += action;
    connect(action, &QAction::triggered, this, [this, edit] {
        const InspectedValue value = m_current();
        Q_EMIT filterRequested(edit, *value.place, *value.filterValue);
    });
}

void ValueActions::copyAsFilter()
{
    const InspectedValue value = m_current();
    const auto tree = Filter::including(Filter::makeNode(Filter::All{}), *value.place, *value.filterValue);
    copyText(toUtf8(Filter::print(tree)));
}

void copyText(const std::string &text)
{
    QGuiApplication::clipboard()->setText(toQString(text));
}

} // namespace Trailglass
