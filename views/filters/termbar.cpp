// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/termbar.h"

#include "models/core/text.h"
#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/filters/termchip.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int ChipSpacing = 4; // px
constexpr std::size_t MaxChips = 24; // more never fit
constexpr std::size_t MaxTermsListed = 40; // in the menu; the text has the rest
constexpr int TermMenuWidth = 480; // px of a term in the menu

} // namespace

TermBar::TermBar(FilterState *filter, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_more(new QToolButton(this))
{
    setObjectName("termBar"_L1);
    setAccessibleName(tr("Terms of the filter"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_more->setObjectName("moreTerms"_L1);
    m_more->setAutoRaise(true);
    m_more->installEventFilter(this);
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &TermBar::showMore);
    connect(m_filter, &FilterState::treeChanged, this, &TermBar::readBack);
    connect(m_filter, &FilterState::disabledTermsChanged, this, &TermBar::readBack);
    readBack();
}

QSize TermBar::sizeHint() const
{
    return {0, TermChip::heightIn(fontMetrics())};
}

QSize TermBar::minimumSizeHint() const
{
    return sizeHint();
}

void TermBar::readBack()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_terms = FilterTerms::all(m_filter->tree(), m_filter->disabledTerms());
    const std::size_t wanted = std::min(m_terms.size(), MaxChips);
    while (m_chips.size() < wanted)
        m_chips.push_back(addChip());
    for (std::size_t place = 0; place < wanted; ++place) {
        m_chips[place]->setTerm(m_terms[place]);
        explain(place);
    }
    arrange();
    restoreFocus(hadFocus);
}

void TermBar::setPresets(Filter::PresetLookup lookup)
{
    m_presets = std::move(lookup);
}

/// The expression of the preset itself: presets in it stay names, since putting theirs in may take long, which is not for the
/// thread of the window.
/// \returns empty for a term that is no preset, or one whose expression cannot be read
QString TermBar::expansionOf(std::size_t place) const
{
    const Filter::NodePointer &term = m_terms[place].node;
    const auto *negated = std::get_if<Filter::Not>(&term->content);
    const auto *preset = std::get_if<Filter::PresetReference>(&(negated ? negated->child : term)->content);
    const auto expression = preset && m_presets ? m_presets(toQString(preset->name)) : std::nullopt;
    const auto parsed = expression ? std::optional(Filter::parse(*expression)) : std::nullopt;
    const auto *tree = parsed ? std::get_if<Filter::NodePointer>(&*parsed) : nullptr;
    if (!tree)
        return {};
    return Filter::print(negated ? Filter::makeNode(Filter::Not{*tree}) : *tree);
}

/// Again whenever it is wanted: presets change without the filter.
void TermBar::explain(std::size_t place)
{
    m_chips[place]->setExpansion(expansionOf(place));
}

TermChip *TermBar::addChip()
{
    auto *chip = new TermChip(this);
    const std::size_t place = m_chips.size();
    chip->installEventFilter(this);
    connect(chip, &TermChip::toggleRequested, this, [this, place] { toggle(place); });
    connect(chip, &TermChip::negateRequested, this, [this, place] { negate(place); });
    connect(chip, &TermChip::removeRequested, this, [this, place] { remove(place); });
    connect(chip, &TermChip::editRequested, this, [this, place] { edit(place); });
    connect(chip, &TermChip::menuRequested, this,
            [this, place](const QPoint &globalPlace) { showMenu(place, globalPlace); });
    return chip;
}

/// As many chips as fit, and the number of the others. Long ones are cut, so that more have room; what is left then goes to
/// these.
void TermBar::arrange()
{
    m_more->setText(tr("+%1", "terms of the filter that have no room")
                        .arg(QLocale().toString(static_cast<qulonglong>(m_terms.size()))));
    const int more = m_more->sizeHint().width() + ChipSpacing;
    int used = 0; // with a space after each
    m_shown = 0;
    for (; m_shown < std::min(m_terms.size(), m_chips.size()); ++m_shown) {
        const int chip = m_chips[m_shown]->sizeHint().width();
        const bool isLast = m_shown + 1 == m_terms.size();
        if (used + chip + (isLast ? 0 : ChipSpacing + more) > width())
            break;
        used += chip + ChipSpacing;
    }
    const auto hidden = static_cast<qulonglong>(m_terms.size() - m_shown);
    const int left = placeChips(width() - used + (hidden > 0 ? -more : ChipSpacing));
    for (std::size_t place = 0; place < m_chips.size(); ++place)
        m_chips[place]->setVisible(place < m_shown);
    m_more->setVisible(hidden > 0);
    if (hidden > 0) {
        m_more->setText(tr("+%1", "terms of the filter that have no room").arg(QLocale().toString(hidden)));
        m_more->setAccessibleName(tr("More terms of the filter: %1").arg(QLocale().toString(hidden)));
        m_more->setToolTip(m_more->accessibleName());
        const int height = std::min(m_more->sizeHint().height(), this->height());
        m_more->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(),
                               QRect(left, (this->height() - height) / 2, more - ChipSpacing, height)));
    }
    setCurrent(m_current);
}

/// \param spare  px that the chips may be wider than their hints together
/// \returns where the next thing after them begins, as from left to right
int TermBar::placeChips(int spare)
{
    int left = 0;
    for (std::size_t place = 0; place < m_shown; ++place) {
        TermChip *chip = m_chips[place];
        QSize size = chip->sizeHint();
        const int extra = std::clamp(chip->wholeWidth() - size.width(), 0, std::max(spare, 0));
        size.rwidth() += extra;
        spare -= extra;
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                             QRect(QPoint(left, (height() - size.height()) / 2), size)));
        left += size.width() + ChipSpacing;
    }
    return left;
}

void TermBar::setCurrent(std::size_t place)
{
    m_current = std::min(place, m_shown > 0 ? m_shown - 1 : 0);
    for (std::size_t each = 0; each < m_chips.size(); ++each)
        m_chips[each]->setFocusPolicy(each == m_current ? Qt::StrongFocus : Qt::ClickFocus);
    m_more->setFocusPolicy(m_shown > 0 ? Qt::ClickFocus : Qt::StrongFocus);
}

/// The chip that had the keyboard may be gone.
void TermBar::restoreFocus(bool hadFocus)
{
    if (!hadFocus)
        return;
    if (m_shown > 0)
        m_chips[m_current]->setFocus(Qt::OtherFocusReason);
    else if (m_more->isVisible())
        m_more->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT left();
}

void TermBar::toggle(std::size_t place)
{
    auto terms = m_terms;
    terms[place].isEnabled = !terms[place].isEnabled;
    m_filter->setTerms(terms);
}

void TermBar::negate(std::size_t place)
{
    auto terms = m_terms;
    terms[place] = FilterTerms::negated(terms[place]);
    m_filter->setTerms(terms);
}

void TermBar::remove(std::size_t place)
{
    auto terms = m_terms;
    terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(place));
    m_filter->setTerms(terms);
}

/// A term that is turned off is in no text: it is turned on first.
void TermBar::edit(std::size_t place)
{
    if (!m_terms[place].isEnabled)
        toggle(place);
    const auto enabled = std::count_if(m_terms.begin(), m_terms.begin() + static_cast<std::ptrdiff_t>(place),
                                       [](const FilterTerm &term) { return term.isEnabled; });
    const auto ranges = FilterTerms::ranges(m_filter->text());
    if (static_cast<std::size_t>(enabled) < ranges.size())
        Q_EMIT editRequested(ranges[static_cast<std::size_t>(enabled)]);
}

void TermBar::addActions(QMenu *menu, std::size_t place)
{
    const FilterTerm &term = m_terms[place];
    if (const QString expansion = expansionOf(place); !expansion.isEmpty()) {
        QAction *meaning = menu->addAction(
            PlainText::caption(TermChip::meaning(expansion), menu->fontMetrics(), TermMenuWidth));
        meaning->setObjectName("termMeaning"_L1);
        meaning->setEnabled(false); // to be read
        menu->addSeparator();
    }
    const auto add = [&](const QString &name, const QString &text, Change change) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, place, node = term.node, change] {
            // The filter may have become another one while the menu was open.
            if (place < m_terms.size() && Filter::sameTree(m_terms[place].node, node))
                (this->*change)(place);
        });
    };
    add(u"editTerm"_s, tr("&Edit"), &TermBar::edit);
    add(u"negateTerm"_s,
        FilterTerms::isNegated(term) ? tr("I&nclude what matches") : tr("E&xclude what matches"),
        &TermBar::negate);
    add(u"toggleTerm"_s, term.isEnabled ? tr("Turn &off") : tr("Turn &on"), &TermBar::toggle);
    add(u"removeTerm"_s, tr("&Remove"), &TermBar::remove);
}

void TermBar::showMenu(std::size_t place, const QPoint &globalPlace)
{
    auto *menu = new QMenu(this);
    menu->setObjectName("termMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addActions(menu, place);
    menu->popup(globalPlace);
}

void TermBar::showMore()
{
    auto *menu = new QMenu(this);
    menu->setObjectName("moreTermsMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::size_t end = std::min(m_terms.size(), m_shown + MaxTermsListed);
    for (std::size_t place = m_shown; place < end; ++place) {
        const QString text = Filter::print(m_terms[place].node);
        addActions(menu->addMenu(PlainText::caption(text, menu->fontMetrics(), TermMenuWidth)), place);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void TermBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TermBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
    QWidget::changeEvent(event);
}

bool TermBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::ToolTip) {
        const auto found = std::ranges::find(m_chips, watched);
        const auto place = static_cast<std::size_t>(found - m_chips.begin());
        if (found != m_chips.end() && event->type() == QEvent::FocusIn)
            setCurrent(place);
        if (found != m_chips.end() && place < m_terms.size())
            explain(place);
    }
    // A button would move the keyboard out of the bar with the arrows.
    if (watched == m_more && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        if (isArrow)
            keyPressEvent(key);
        return isArrow;
    }
    return QWidget::eventFilter(watched, event);
}

void TermBar::keyPressEvent(QKeyEvent *event)
{
    const auto moveTo = [this](std::size_t place) {
        if (place < m_shown)
            m_chips[place]->setFocus(Qt::OtherFocusReason);
        else if (m_more->isVisible())
            m_more->setFocus(Qt::OtherFocusReason);
    };
    const std::size_t current = m_more->hasFocus() ? m_shown : m_current;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const bool isBack = (event->key() == Qt::Key_Left) != isRightToLeft();
        return moveTo(isBack ? std::max<std::size_t>(current, 1) - 1 : current + 1);
    }
    switch (event->key()) {
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(m_shown > 0 ? m_shown - 1 : 0);
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Trailglass

#include "moc_termbar.cpp"
