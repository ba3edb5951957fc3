// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetgroup.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/filters/facetmodel.h"
#include "views/filters/facetview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxWithoutSearch = 8;

bool take(std::vector<Filter::FieldValue> &values, const Filter::FieldValue &value)
{
    return std::erase(values, value) > 0;
}

} // namespace

FacetGroup::FacetGroup(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_field(std::move(field))
    , m_title(std::move(title))
    , m_model(new FacetModel(this))
    , m_heading(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_search(new QLineEdit(m_body))
    , m_view(new FacetView(m_body))
    , m_note(new QLabel(m_body))
{
    setObjectName("facet."_L1 + Filter::fieldReferenceName(m_field));
    m_heading->setObjectName("facetHeading"_L1);
    m_heading->setAutoRaise(true);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->setObjectName("facetSearch"_L1);
    m_search->setPlaceholderText(tr("Search values"));
    m_search->setAccessibleName(tr("Search the values of %1").arg(m_title));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName("facetValues"_L1);
    m_view->setAccessibleName(tr("Values of %1").arg(m_title));
    m_view->setModel(m_model);
    m_note->setObjectName("facetNote"_L1);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto *inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(8, 0, 0, 4);
    inside->setSpacing(2);
    inside->addWidget(m_search);
    inside->addWidget(m_view);
    inside->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_body);

    connect(m_heading, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    connect(m_search, &QLineEdit::textChanged, this, &FacetGroup::search);
    connect(m_view, &FacetView::included, this, &FacetGroup::toggleIncluded);
    connect(m_view, &FacetView::excluded, this, &FacetGroup::toggleExcluded);
    connect(m_view, &FacetView::menuWanted, this, &FacetGroup::showMenu);
    connect(m_filter, &FilterState::treeChanged, this, &FacetGroup::readBack);
    readBack();
}

void FacetGroup::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    showBody();
    Q_EMIT expandedChanged(expanded);
}

bool FacetGroup::wantsMore() const
{
    return m_expanded && !m_complete && m_isSearching;
}

void FacetGroup::search(const QString &text)
{
    const bool didSearch = m_isSearching;
    m_isSearching = !text.isEmpty();
    m_model->setSearch(text);
    showBody();
    if (!m_complete && m_isSearching != didSearch)
        Q_EMIT wantsMoreChanged();
}

void FacetGroup::setLoading()
{
    if (m_loaded)
        return;
    m_noteText = tr("Counting …");
    showBody();
}

void FacetGroup::setValues(const std::vector<FacetValue> &values, int top)
{
    const bool complete = top == 0 || values.size() < static_cast<std::size_t>(top);
    const QModelIndex current = m_view->currentIndex();
    const auto before = current.isValid() ? std::optional(m_model->value(current.row())) : std::nullopt;
    m_model->setValues(values, complete);
    const int row = before ? m_model->rowOf(*before) : -1;
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_loaded = true;
    if (!m_isSearching)
        m_complete = complete;
    m_noteText = complete ? QString() : tr("The %1 most frequent values.").arg(top);
    showBody();
}

void FacetGroup::setFailed(const QString &sentence)
{
    m_noteText = sentence;
    showBody();
}

void FacetGroup::showBody()
{
    m_body->setVisible(m_expanded);
    m_heading->setArrowType(m_expanded ? Qt::DownArrow : Qt::RightArrow);
    m_heading->setAccessibleDescription(m_expanded ? tr("Expanded") : tr("Collapsed"));
    m_search->setVisible(m_model->countOfAll() > MaxWithoutSearch || !m_search->text().isEmpty());
    const bool isEmpty = m_loaded && m_noteText.isEmpty() && m_model->countOfAll() == 0;
    PlainText::show(m_note, isEmpty ? tr("No values") : m_noteText);
    m_note->setVisible(!m_note->text().isEmpty());
}

void FacetGroup::readBack()
{
    const Filter::FieldChoice choice = Filter::choiceOf(m_filter->tree(), m_field);
    m_model->setChoice(choice);
    const auto count = choice.included.size() + choice.excluded.size();
    m_heading->setText(PlainText::caption(
        count == 0 ? m_title : tr("%1 · %2 selected", "field · number of values").arg(m_title).arg(count)));
    QFont bold = font();
    bold.setBold(count > 0);
    m_heading->setFont(bold);
    showBody();
}

void FacetGroup::choose(const Filter::FieldChoice &choice)
{
    m_filter->setTree(Filter::withChoice(m_filter->tree(), m_field, choice));
}

void FacetGroup::toggleIncluded(int row)
{
    const Filter::FieldValue value = m_model->value(row);
    Filter::FieldChoice choice = Filter::choiceOf(m_filter->tree(), m_field);
    const bool wasIncluded = take(choice.included, value);
    const bool wasExcluded = take(choice.excluded, value);
    if (!wasIncluded && !wasExcluded)
        choice.included.push_back(value);
    choose(choice);
}

void FacetGroup::toggleExcluded(int row)
{
    const Filter::FieldValue value = m_model->value(row);
    Filter::FieldChoice choice = Filter::choiceOf(m_filter->tree(), m_field);
    take(choice.included, value);
    if (!take(choice.excluded, value))
        choice.excluded.push_back(value);
    choose(choice);
}

void FacetGroup::showMenu(int row, const QPoint &globalPlace)
{
    const Filter::FieldValue value = m_model->value(row);
    auto *menu = new QMenu(this);
    menu->setObjectName("facetMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, const auto &act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(u"facetOnly"_s, tr("&Only this"),
        [this, value] { m_filter->setTree(Filter::withOnly(m_filter->tree(), m_field, value)); });
    add(u"facetExclude"_s, tr("&Exclude"),
        [this, value] { m_filter->setTree(Filter::excluding(m_filter->tree(), m_field, value)); });
    add(u"facetCopy"_s, tr("&Copy"), [value] {
        QGuiApplication::clipboard()->setText(toQString(*value));
    })->setEnabled(value.has_value());
    menu->addSeparator();
    add(u"facetClear"_s, tr("Clear %1").arg(PlainText::caption(m_title)),
        [this] { m_filter->setTree(Filter::withoutField(m_filter->tree(), m_field)); });
    menu->popup(globalPlace);
}

} // namespace Trailglass
