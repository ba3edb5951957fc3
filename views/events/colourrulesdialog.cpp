// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/colourrulesdialog.h"

#include "models/core/text.h"
#include "models/filter/filter.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"
#include "views/common/theme.h"
#include "views/common/wrappedlabel.h"
#include "views/events/rulecolours.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int LongestName = 200;
constexpr int LongestFilter = Filter::MaxBytes; ///< characters; a rule that is only looked at loses nothing
constexpr qsizetype ListedCharacters = 200; ///< of a filter that stands for a name
constexpr int ProblemLines = 4; ///< it quotes the filter

} // namespace

ColourRulesDialog::ColourRulesDialog(const QList<ColourRule> &rules, Check check, QWidget *parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_check(std::move(check))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_addOffered(new QPushButton(tr("New rule from the current fil&ter"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move &down"), this))
    , m_editors(new QWidget(this))
    , m_name(new QLineEdit(m_editors))
    , m_filter(new QLineEdit(m_editors))
    , m_colour(new QComboBox(m_editors))
    , m_problem(new WrappedLabel(ProblemLines, m_editors))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName("colourRulesDialog"_L1);
    setWindowTitle(tr("Colour rules"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildEditors();
    build();
    connectEditors();
    fill();
    m_list->setCurrentRow(m_rules.isEmpty() ? -1 : 0);
    updateButtons();
}

void ColourRulesDialog::build()
{
    m_list->setObjectName("ruleList"_L1);
    m_list->setAccessibleName(tr("Colour rules, in order"));
    m_add->setObjectName("addRule"_L1);
    m_addOffered->setObjectName("addRuleFromFilter"_L1);
    m_addOffered->hide();
    m_remove->setObjectName("removeRule"_L1);
    m_up->setObjectName("moveRuleUp"_L1);
    m_down->setObjectName("moveRuleDown"_L1);
    for (QPushButton *button : {m_add, m_addOffered, m_remove, m_up, m_down})
        button->setAutoDefault(false);
    auto *hint = new QLabel(tr("An event gets the colour of the first rule that matches it."), this);
    hint->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->addWidget(hint, 0, 0, 1, 2);
    layout->addWidget(m_list, 1, 0, 5, 1);
    layout->addWidget(m_add, 1, 1);
    layout->addWidget(m_remove, 2, 1);
    layout->addWidget(m_up, 3, 1);
    layout->addWidget(m_down, 4, 1);
    layout->setRowStretch(5, 1);
    layout->addWidget(m_addOffered, 6, 0, 1, 2, Qt::AlignLeft);
    layout->addWidget(m_editors, 7, 0, 1, 2);
    layout->addWidget(m_buttons, 8, 0, 1, 2);
    setTabOrder(m_down, m_addOffered); // as they stand
    resize(560, 460);
}

void ColourRulesDialog::buildEditors()
{
    m_name->setObjectName("ruleName"_L1);
    m_name->setMaxLength(LongestName);
    m_name->setPlaceholderText(tr("Optional; a rule without a name shows its filter"));
    m_filter->setObjectName("ruleFilter"_L1);
    m_filter->setMaxLength(LongestFilter);
    m_filter->setPlaceholderText(u"outcome:failure op:auth"_s);
    m_colour->setObjectName("ruleColour"_L1);
    for (int colour = 0; colour < RuleColours; ++colour)
        m_colour->addItem(ruleColourIcon(colour, palette()), ruleColourName(colour));
    m_problem->setObjectName("ruleProblem"_L1);
    TextColour::set(*m_problem, TextMeaning::Error);
    auto *form = new QFormLayout(m_editors);
    form->setContentsMargins({});
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Filter:"), m_filter);
    form->addRow(QString(), m_problem);
    form->addRow(tr("&Colour:"), m_colour);
}

void ColourRulesDialog::connectEditors()
{
    connect(m_add, &QPushButton::clicked, this, [this] { add({}); });
    connect(m_addOffered, &QPushButton::clicked, this, [this] { add(m_offered); });
    connect(m_remove, &QPushButton::clicked, this, &ColourRulesDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColourRulesDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!m_isFilling)
            m_rules[m_list->row(item)].isOn = item->checkState() == Qt::Checked;
    });
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &name) { change([&name](ColourRule &rule) { rule.name = name; }); });
    connect(m_filter, &QLineEdit::textEdited, this,
            [this](const QString &filter) { change([&filter](ColourRule &rule) { rule.filter = filter; }); });
    connect(m_colour, &QComboBox::activated, this,
            [this](int colour) { change([colour](ColourRule &rule) { rule.colour = colour; }); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_rules);
        accept();
    });
}

void ColourRulesDialog::fill()
{
    m_list->clear();
    for (int row = 0; row < m_rules.size(); ++row) {
        m_list->addItem(new QListWidgetItem);
        showItem(row);
    }
}

void ColourRulesDialog::showItem(int row)
{
    m_isFilling = true;
    const ColourRule &rule = m_rules[row];
    QListWidgetItem *item = m_list->item(row);
    QString name = rule.name.isEmpty() ? rule.filter.left(ListedCharacters) : rule.name;
    if (name.isEmpty())
        name = tr("New rule");
    const bool isBroken = !m_check(rule.filter).isEmpty();
    item->setText(
        visibleText(isBroken ? tr("%1 (ignored)", "a colour rule whose filter is broken").arg(name) : name));
    item->setIcon(ruleColourIcon(rule.colour, palette()));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(rule.isOn ? Qt::Checked : Qt::Unchecked);
    item->setForeground(isBroken ? Colours::error(palette()) : palette().color(QPalette::Text));
    m_isFilling = false;
}

/// In the list and among the choices.
void ColourRulesDialog::paintColours()
{
    for (int row = 0; row < m_list->count(); ++row)
        showItem(row);
    for (int colour = 0; colour < m_colour->count(); ++colour)
        m_colour->setItemIcon(colour, ruleColourIcon(colour, palette()));
}

void ColourRulesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintColours();
    QDialog::changeEvent(event);
}

void ColourRulesDialog::showRule(int row)
{
    const bool isRule = row >= 0 && row < m_rules.size();
    m_editors->setEnabled(isRule);
    const ColourRule rule = isRule ? m_rules[row] : ColourRule();
    m_name->setText(rule.name);
    m_filter->setText(rule.filter);
    m_colour->setCurrentIndex(rule.colour);
    PlainText::show(m_problem, isRule ? m_check(rule.filter) : QString());
    updateButtons();
}

void ColourRulesDialog::change(const std::function<void(ColourRule &)> &edit)
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    edit(m_rules[row]);
    showItem(row);
    PlainText::show(m_problem, m_check(m_rules[row].filter));
}

void ColourRulesDialog::offerFilter(const QString &filter, const QString &objection)
{
    m_offered = filter;
    m_objection = objection;
    m_addOffered->show();
    showOffer();
}

void ColourRulesDialog::showOffer()
{
    QString objection = m_objection;
    if (m_rules.size() >= MaxColourRules)
        objection = tr("There can be no more than %1 colour rules.").arg(MaxColourRules);
    m_addOffered->setEnabled(objection.isEmpty());
    m_addOffered->setToolTip(PlainText::toolTip(
        objection.isEmpty() ? tr("Adds a rule that colours the events of the current filter") : objection));
    m_addOffered->setAccessibleDescription(visibleText(objection));
}

/// \param filter  empty: to be typed
void ColourRulesDialog::add(const QString &filter)
{
    const int colour = static_cast<int>(m_rules.size()) % RuleColours;
    m_rules.append(ColourRule{{}, filter, colour, true});
    m_list->addItem(new QListWidgetItem);
    showItem(static_cast<int>(m_rules.size()) - 1);
    m_list->setCurrentRow(m_list->count() - 1);
    if (filter.isEmpty())
        m_filter->setFocus();
    else
        m_name->setFocus();
}

void ColourRulesDialog::remove()
{
    const int row = m_list->currentRow();
    m_rules.removeAt(row);
    delete m_list->takeItem(row);
    showRule(m_list->currentRow());
}

void ColourRulesDialog::move(int by)
{
    const int row = m_list->currentRow();
    m_rules.swapItemsAt(row, row + by);
    showItem(row);
    showItem(row + by);
    m_list->setCurrentRow(row + by);
}

void ColourRulesDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_add->setEnabled(m_rules.size() < MaxColourRules);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    showOffer();
}

} // namespace Trailglass

#include "moc_colourrulesdialog.cpp"
