// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/event.h"
#include "models/core/markcolour.h"
#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "models/filter/languageguide.h"
#include "models/filter/reviewstates.h"
#include "tests/runner/testclass.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// What is said of the filter language is true for it, and leaves no name and no operator out.
class LanguageGuideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsAFilter()
    {
        int examples = 0;
        for (const Filter::GuideEntry &entry : entries()) {
            const auto parsed = Filter::parse(entry.term);
            const auto *error = std::get_if<Filter::SyntaxError>(&parsed);
            const auto *tree = std::get_if<Filter::NodePointer>(&parsed);
            if (entry.isExample) {
                QVERIFY2(!error, qPrintable(entry.term + u": "_s + (error ? error->message : QString())));
                QVERIFY2(!std::holds_alternative<Filter::Text>((*tree)->content) || isOfTexts(entry.term),
                         qPrintable(entry.term)); // else a field that is not there would be a text
                ++examples;
            }
            QVERIFY2(!entry.meaning.isEmpty(), qPrintable(entry.term));
        }
        QVERIFY(examples > 25);
    }

    void listsEveryNameOnce()
    {
        QStringList listed;
        for (const Filter::GuideEntry &entry : entries()) {
            if (!entry.isExample)
                listed += entry.term;
        }
        listed.sort();
        QCOMPARE(listed, Filter::knownFieldNames());
    }

    /// Of each field with a closed list of values.
    void namesEveryValue()
    {
        QStringList missing;
        const std::vector<Filter::GuideEntry> all = entries();
        const auto look = [&missing, &all](const QString &field, std::string_view value) {
            const QString word = toQString(value);
            const auto entry = std::ranges::find(all, field, &Filter::GuideEntry::term);
            if (entry == all.end() || !entry->meaning.contains(QRegularExpression(u"\\b%1\\b"_s.arg(word))))
                missing.append(field + u':' + word);
        };
        for (int value = 0; value <= static_cast<int>(Operation::Other); ++value)
            look(u"op"_s, name(static_cast<Operation>(value)));
        for (int value = 0; value <= static_cast<int>(Outcome::Unknown); ++value)
            look(u"outcome"_s, name(static_cast<Outcome>(value)));
        for (int value = 0; value <= static_cast<int>(Vendor::Nected); ++value)
            look(u"vendor"_s, name(static_cast<Vendor>(value)));
        for (const std::string_view colour : MarkColourNames)
            look(u"mark"_s, colour);
        for (const std::string_view state : Filter::ReviewStates)
            look(u"is"_s, state);
        QCOMPARE(missing, QStringList());
    }

    void showsEveryOperator()
    {
        QString all;
        for (const Filter::GuideEntry &entry : entries())
            all += entry.term + u' ' + entry.meaning + u'\n';
        for (const QString &each : {u":="_s, u":~"_s, u":>="_s, u":> "_s, u":<="_s, u":< "_s, u" OR "_s,
                                    u"NOT"_s, u".."_s, u"-"_s, u"preset:"_s, u"is:"_s})
            QVERIFY2(all.contains(each), qPrintable(each));
    }

private:
    static std::vector<Filter::GuideEntry> entries()
    {
        std::vector<Filter::GuideEntry> all;
        for (const Filter::GuideSection &section : Filter::languageGuide())
            all.insert(all.end(), section.entries.begin(), section.entries.end());
        return all;
    }
    static bool isOfTexts(const QString &term)
    {
        const std::vector<Filter::GuideSection> sections = Filter::languageGuide();
        const std::vector<Filter::GuideEntry> &texts = sections.front().entries;
        return std::ranges::find(texts, term, &Filter::GuideEntry::term) != texts.end();
    }
};

TRAILGLASS_PURE_TEST(LanguageGuideTest)
#include "tst_languageguide.moc"
