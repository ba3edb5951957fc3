// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetranges.h"

#include "models/core/text.h"
#include "models/exporting/column.h"
#include "models/filter/edits.h"
#include "models/filter/filter.h"
#include "models/filter/filterstate.h"
#include "models/filter/printer.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/filters/facetrowmenu.h"
#include "views/filters/facetview.h"
#include "views/filters/rangemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxEndsLines = 4;
constexpr qsizetype LongestEnd = 40; ///< characters of the least and the greatest value

bool takeRange(std::vector<Filter::Value> &ranges, const Filter::Value &range)
{
    return std::erase(ranges, range) > 0;
}

QString extremeText(const std::string &value)
{
    return visibleText(toQString(value).left(LongestEnd));
}

} // namespace

FacetRanges::FacetRanges(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_field(std::move(field))
    , m_title(std::move(title))
    , m_model(new RangeModel(this))
    , m_view(new FacetView(this))
    , m_ends(new WrappedLabel(MaxEndsLines, this))
{
    m_view->setObjectName("facetRanges"_L1);
    m_view->setAccessibleName(tr("Ranges of %1").arg(visibleText(m_title)));
    m_view->setModel(m_model);
    m_ends->setObjectName("facetEnds"_L1);
    TextColour::set(*m_ends, TextMeaning::Quiet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addWidget(m_view);
    layout->addWidget(m_ends);

    const auto toggled = [this](FilterEdit edit) {
        return [this, edit](int row) {
            toggle(Filter::Value(m_model->range(row)), edit);
        };
    };
    connect(m_view, &FacetView::included, this, toggled(FilterEdit::Include));
    connect(m_view, &FacetView::excluded, this, toggled(FilterEdit::Exclude));
    connect(m_view, &FacetView::onlyRequested, this, toggled(FilterEdit::Only));
    connect(m_view, &FacetView::menuRequested, this, &FacetRanges::showMenu);
    connect(m_view, &FacetView::currentMoved, this,
            [this](const QRect &place) { Q_EMIT currentMoved(m_view, place); });
    connect(m_view, &FacetView::leftUpwards, this, &FacetRanges::leftUpwards);
    connect(m_view, &FacetView::leftDownwards, this, &FacetRanges::leftDownwards);
    readBack();
}

void FacetRanges::setBins(const FacetBins &bins)
{
    m_model->setBins(bins.bins);
    PlainText::show(m_ends,
                    tr("%1 to %2", "least value, greatest value")
                        .arg(extremeText(bins.least), extremeText(bins.greatest)));
}

void FacetRanges::setHeld(bool held)
{
    m_model->setHeld(held);
}

void FacetRanges::setOutdated()
{
    m_model->setOutdated(true);
}

Filter::RangeChoice FacetRanges::readBack()
{
    Filter::RangeChoice choice = Filter::rangeChoiceOf(m_filter->tree(), m_field);
    m_model->setChoice(choice);
    return choice;
}

bool FacetRanges::hasRows() const
{
    return m_model->rowCount() > 0;
}

void FacetRanges::focusFirst()
{
    m_view->setCurrentIndex(m_model->index(0));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void FacetRanges::focusLast()
{
    m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void FacetRanges::toggle(const Filter::Value &range, FilterEdit edit)
{
    if (edit == FilterEdit::Only) {
        const auto others = Filter::withoutField(m_filter->tree(), m_field);
        return m_filter->setTree(Filter::withRangeChoice(others, m_field, {{range}, {}}));
    }
    Filter::RangeChoice choice = Filter::rangeChoiceOf(m_filter->tree(), m_field);
    const bool wasIncluded = takeRange(choice.included, range);
    const bool wasExcluded = takeRange(choice.excluded, range);
    if (edit == FilterEdit::Exclude && !wasExcluded)
        choice.excluded.push_back(range);
    else if (edit == FilterEdit::Include && !wasIncluded && !wasExcluded)
        choice.included.push_back(range);
    m_filter->setTree(Filter::withRangeChoice(m_filter->tree(), m_field, choice));
}

void FacetRanges::showMenu(int row, const QPoint &globalPlace)
{
    const Filter::Value range = m_model->range(row);
    const auto state = static_cast<Qt::CheckState>(m_model->index(row).data(Qt::CheckStateRole).toInt());
    auto *menu = new FacetRowMenu(state, m_title, this);
    menu->setColumnEnabled(canBeColumn(m_field));
    connect(menu, &FacetRowMenu::editChosen, this, [this, range](FilterEdit edit) { toggle(range, edit); });
    connect(menu, &FacetRowMenu::copyChosen, this,
            [range] { QGuiApplication::clipboard()->setText(Filter::valueText(range)); });
    connect(menu, &FacetRowMenu::copyTermChosen, this, [this, range] {
        const auto term = Filter::withRangeChoice(Filter::makeNode(Filter::All{}), m_field, {{range}, {}});
        QGuiApplication::clipboard()->setText(Filter::print(term));
    });
    connect(menu, &FacetRowMenu::columnChosen, this, &FacetRanges::columnRequested);
    connect(menu, &FacetRowMenu::clearChosen, this,
            [this] { m_filter->setTree(Filter::withoutField(m_filter->tree(), m_field)); });
    menu->popup(globalPlace);
}

} // namespace Trailglass

#include "moc_facetranges.cpp"
