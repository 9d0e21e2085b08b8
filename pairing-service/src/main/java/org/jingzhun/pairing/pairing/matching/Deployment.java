package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** How many helpers of each team are sent, and how many households of each need each team takes (派驻方案). */
final class Deployment {

    private final int[] sent;
    private final int[][] taken;

    /**
     * @param sent by team
     * @param taken by team, and within it by arc
     */
    private Deployment(int[] sent, int[][] taken) {
        this.sent = sent;
        this.taken = taken;
    }

    /** The best that can be done with so many helpers sent: a minimum-cost flow. */
    static Deployment of(HamletTeams teams, int[] sent) {
        FlowNetwork network = new FlowNetwork();
        int[] supplies =
                teams.needs().stream().mapToInt(need -> need.members().size()).toArray();
        for (int i = 0; i < supplies.length + teams.teams().size() + 1; i++) {
            network.addNode();
        }
        int sink = network.nodeCount() - 1;
        int[][] taken = new int[teams.teams().size()][];
        for (int team = 0; team < taken.length; team++) {
            List<HamletTeams.Arc> arcs = teams.teams().get(team).arcs();
            taken[team] = new int[arcs.size()];
            if (sent[team] > 0) {
                for (int i = 0; i < arcs.size(); i++) {
                    HamletTeams.Arc arc = arcs.get(i);
                    taken[team][i] =
                            network.addArc(arc.need(), supplies.length + team, supplies[arc.need()], arc.cost());
                }
                addPlaces(network, supplies.length + team, sink, teams, team, sent[team]);
            }
        }
        for (int need = 0; need < supplies.length; need++) {
            network.addArc(
                    need,
                    sink,
                    supplies[need],
                    teams.costs().unpaired(teams.needs().get(need).first()));
        }
        int[] flow = MinimumCostFlow.solve(network, supplies, sink).flow();
        for (int team = 0; team < taken.length; team++) {
            if (sent[team] > 0) {
                taken[team] = Arrays.stream(taken[team]).map(arc -> flow[arc]).toArray();
            }
        }
        return new Deployment(sent, taken);
    }

    private static void addPlaces(FlowNetwork network, int node, int sink, HamletTeams teams, int team, int sent) {
        int quota = teams.kinds().get(teams.teams().get(team).kind()).first().quota();
        for (int place = 1; place <= quota; place++) {
            network.addArc(node, sink, sent, teams.costs().place(place, quota));
        }
    }

    /** Deals the households out: those of one team evenly, neighbours together. */
    List<Pair> pairs(HamletTeams teams) {
        List<Deque<HouseholdToPair>> waiting = new ArrayList<>();
        teams.needs().forEach(need -> waiting.add(new ArrayDeque<>(need.members())));
        List<Deque<HelperToPair>> free = new ArrayList<>();
        teams.kinds().forEach(kind -> free.add(new ArrayDeque<>(kind.members())));
        List<Pair> pairs = new ArrayList<>();
        for (int team = 0; team < sent.length; team++) {
            HamletTeams.Team sentOut = teams.teams().get(team);
            List<HouseholdToPair> households = new ArrayList<>();
            for (int i = 0; i < taken[team].length; i++) {
                Deque<HouseholdToPair> alike = waiting.get(sentOut.arcs().get(i).need());
                for (int n = 0; n < taken[team][i]; n++) {
                    households.add(alike.removeFirst());
                }
            }
            households.sort(PairingNetwork.BY_NEIGHBOURHOOD);
            int next = 0;
            for (int i = 0; i < sent[team]; i++) {
                HelperToPair helper = free.get(sentOut.kind()).removeFirst();
                int share = (households.size() + sent[team] - 1 - i) / sent[team];
                for (int place = 1; place <= share; place++) {
                    HouseholdToPair household = households.get(next++);
                    pairs.add(new Pair(
                            household.id(), helper.id(), place, teams.costs().terms(household, helper, place)));
                }
            }
        }
        return pairs;
    }
}
