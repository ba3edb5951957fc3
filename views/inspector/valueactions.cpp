// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/valueactions.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "views/common/valuewords.h"
#include "views/inspector/viewshortcuts.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Trailglass {

ValueActions::ValueActions(QAbstractItemView *view, std::function<InspectedValue()> current)
    : QObject(view)
    , m_view(view)
    , m_current(std::move(current))
{
    addFilter(u"onlyValue"_s, FilterEdit::Only);
    addFilter(u"includeValue"_s, FilterEdit::Include);
    addFilter(u"excludeValue"_s, FilterEdit::Exclude);
    addSeparator();
    m_copyValue = add(u"copyValue"_s, copyValueText(), QKeySequence::Copy);
    m_copyFilter = add(u"copyFilter"_s, copyTermText(), copyTermKeys());
    m_copyPath = add(u"copyPath"_s, tr("Copy &path"), Qt::CTRL | Qt::ALT | Qt::Key_P);
    m_copyJson = add(u"copyAsJson"_s, tr("Copy as &JSON"), Qt::CTRL | Qt::ALT | Qt::Key_J);
    addSeparator();
    m_column = add(u"addColumn"_s, addColumnText(), Qt::CTRL | Qt::Key_K);
    m_facet = add(u"addFacet"_s, tr("Add as filter &group"), Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    m_openValue = add(u"openValue"_s, tr("Open in a &window"), Qt::CTRL | Qt::Key_Return);
    connect(m_copyValue, &QAction::triggered, this, [this] { copyText(m_current().text()); });
    connect(m_copyFilter, &QAction::triggered, this, &ValueActions::copyAsFilter);
    connect(m_copyPath, &QAction::triggered, this,
            [this] { copyText(toUtf8(Filter::fieldReferenceName(*m_current().place))); });
    connect(m_copyJson, &QAction::triggered, this, [this] { copyText(m_current().json()); });
    connect(m_column, &QAction::triggered, this,
            [this] { Q_EMIT columnRequested(Filter::fieldReferenceName(*m_current().place)); });
    connect(m_facet, &QAction::triggered, this,
            [this] { Q_EMIT facetRequested(Filter::fieldReferenceName(*m_current().place)); });
    connect(m_openValue, &QAction::triggered, this, [this] {
        const InspectedValue value = m_current();
        const QString title = value.place ? Filter::fieldReferenceName(*value.place) : tr("Value");
        Q_EMIT openRequested(title, value.text());
    });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    new ViewShortcuts(m_view);
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
    m_copyPath->setEnabled(value.place.has_value());
    m_copyJson->setEnabled(value.json != nullptr);
    m_column->setEnabled(value.place.has_value());
    m_facet->setEnabled(value.place.has_value());
    m_copyValue->setEnabled(isThere);
    m_openValue->setEnabled(isThere);
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

void ValueActions::addFilter(const QString &name, FilterEdit edit)
{
    QAction *action = add(name, valueEditText(edit), valueEditKeys(edit));
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

#include "moc_valueactions.cpp"
