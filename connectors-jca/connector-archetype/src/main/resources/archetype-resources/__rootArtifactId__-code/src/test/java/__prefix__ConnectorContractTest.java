package ${package};

import org.casebound.connector.tck.ConnectorContract;
import org.casebound.connector.tck.Rig;

class ${prefix}ConnectorContractTest extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new ${prefix}Rig();
  }
}
