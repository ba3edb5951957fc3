// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/tablefinder.h"

#include "models/core/countargument.h"
#include "models/table/eventtablemodel.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventtable.h"
#include "views/events/findbar.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Trailglass {

namespace {

constexpr int TypingPause = 200; // ms

} // namespace

TableFinder::TableFinder(EventTable &table, EventTableModel &events, FindBar &bar, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_events(events)
    , m_bar(bar)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &TableFinder::takeText);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!m_text.isEmpty())
            lookAgain();
    });
    const auto forgetPlaces = [this] {
        m_found.clear(); // of other rows
        m_again.start();
    };
    connect(&events, &QAbstractItemModel::modelReset, this, forgetPlaces);
    connect(&events, &QAbstractItemModel::rowsInserted, this, forgetPlaces);
    connect(&bar, &FindBar::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&bar, &FindBar::stepped, this, &TableFinder::step);
    connect(&bar, &FindBar::filterRequested, this, [this] {
        takeText();
        if (!m_text.isEmpty())
            Q_EMIT filterRequested(m_text);
    });
    connect(&bar, &FindBar::closed, this, &TableFinder::close);
}

void TableFinder::open()
{
    m_bar.open();
    takeText();
}

void TableFinder::close()
{
    m_bar.hide();
    takeText();
    m_table.setFocus();
}

void TableFinder::takeText()
{
    m_typing.stop();
    const QString text = m_bar.isHidden() ? QString() : m_bar.text();
    if (text == m_text)
        return;
    m_text = text;
    m_pendingStep = 0;
    m_table.eventDelegate()->setHighlight(m_text);
    m_table.viewport()->update();
    lookAgain();
}

/// Rows or columns are others, or the text is.
void TableFinder::lookAgain()
{
    m_again.stop();
    m_found.clear();
    m_bar.setState(m_text.isEmpty() ? QString() : tr("Searching…"), false);
    Q_EMIT requested(m_text);
}

void TableFinder::setFound(std::vector<std::size_t> places)
{
    if (m_again.isActive())
        return;
    const auto end = std::ranges::lower_bound(places, static_cast<std::size_t>(m_events.rowCount()));
    places.erase(end, places.end());
    m_found = std::move(places);
    m_bar.setState(m_found.empty() ? tr("Not found in the visible columns")
                                   : tr("In the visible columns: %Ln row(s)", nullptr,
                                        countArgument(std::ssize(m_found))),
                   !m_found.empty());
    if (const int step = std::exchange(m_pendingStep, 0); step != 0)
        this->step(step);
}

void TableFinder::setProblem(const QString &sentence)
{
    if (m_again.isActive())
        return;
    m_found.clear();
    m_pendingStep = 0;
    m_bar.setState(sentence, false);
}

void TableFinder::step(int step)
{
    if (m_typing.isActive())
        takeText();
    if (m_found.empty()) {
        m_pendingStep = step; // Enter may be faster than the search
        return;
    }
    const QModelIndex current = m_table.currentIndex();
    const auto row = static_cast<std::size_t>(std::max(0, current.row()));
    const std::size_t last = m_found.size() - 1;
    if (!current.isValid())
        return goTo(step > 0 ? 0 : last);
    const auto next =
        step > 0 ? std::ranges::upper_bound(m_found, row) : std::ranges::lower_bound(m_found, row);
    const auto number = static_cast<std::size_t>(next - m_found.begin());
    if (step > 0)
        goTo(number > last ? 0 : number);
    else
        goTo(number == 0 ? last : number - 1);
}

void TableFinder::goTo(std::size_t number)
{
    m_table.goToRow(static_cast<int>(m_found[number]));
    const QLocale locale;
    m_bar.setState(
        tr("%1 of %2 row(s)", "the number of a row that has a text", countArgument(std::ssize(m_found)))
            .arg(locale.toString(static_cast<qulonglong>(number) + 1),
                 locale.toString(static_cast<qulonglong>(m_found.size()))),
        true);
}

} // namespace Trailglass

#include "moc_tablefinder.cpp"
