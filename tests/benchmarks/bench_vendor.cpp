// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// The stand-in server of bench_sync: `bench_vendor asana|nected|paradime EVENTS [MILLISECONDS]`. Makes the events,
// listens on loopback, prints its address and serves until standard input closes. MILLISECONDS is how long each
// response takes to begin, as if the vendor were far away.

#include "tests/benchmarks/preparedvendor.h"
#include "tests/support/fakehttpserver.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace Trailglass;

namespace {

/// Leaves when whoever started this program closes standard input or dies.
void quitWithStandardInput(QCoreApplication &application)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [notifier] {
        std::array<char, 64> ignored{};
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) > 0)
            return;
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto vendor = prepareVendor(arguments.value(1).toUtf8(), arguments.value(2).toLongLong());
    if (!vendor) {
        std::fprintf(stderr, "usage: bench_vendor asana|nected|paradime EVENTS [MILLISECONDS]\n");
        return EXIT_FAILURE;
    }
    const std::chrono::milliseconds delay(arguments.value(3).toInt());
    Support::FakeHttpServer server;
    server.setHandler([&](const Support::Request &request) {
        server.clearRequests(); // they would only take memory
        Support::Response response = vendor->respond(request);
        response.delay = delay;
        return response;
    });
    if (!server.listen()) {
        std::fprintf(stderr, "bench_vendor: no free port on 127.0.0.1\n");
        return EXIT_FAILURE;
    }
    std::printf("%s\n", qPrintable(server.url().toString()));
    std::fflush(stdout);
    quitWithStandardInput(application);
    return QCoreApplication::exec();
}
